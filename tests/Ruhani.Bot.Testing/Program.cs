using Ruhani.Bot.Testing.WhatsApp;

return args switch
{
    ["whatsapp", .. var rest] => await WhatsAppConsole.RunAsync(rest, CancellationToken.None),
    _ => 2,
};
