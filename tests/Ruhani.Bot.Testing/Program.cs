using Ruhani.Bot.Testing.Telegram;
using Ruhani.Bot.Testing.WhatsApp;

return args switch
{
    ["telegram", .. var rest] => await TelegramConsole.RunAsync(rest),
    ["whatsapp", .. var rest] => await WhatsAppConsole.RunAsync(rest, CancellationToken.None),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run --project tests/Ruhani.Bot.Testing -- telegram|whatsapp [options]");
    return 2;
}
