using Ruhani.Bot.Testing.Telegram;

return args switch
{
    ["telegram", .. var rest] => await TelegramConsole.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run --project tests/Ruhani.Bot.Testing -- telegram [--port N]");
    return 2;
}
