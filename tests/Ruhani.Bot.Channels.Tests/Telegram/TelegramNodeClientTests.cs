using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Ruhani.Bot.Testing.Telegram;

namespace Ruhani.Bot.Channels.Tests.Telegram;

/// <summary>Independent clients, unchanged, must take the stand-in for Telegram's own server.</summary>
public sealed class TelegramNodeClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("grammy")]
    [InlineData("telegraf")]
    [InlineData("node-telegram-bot-api")]
    public async Task An_unchanged_client_can_talk_to_the_stand_in(string client)
    {
        await using var server = await TelegramServer.StartAsync(cancellationToken: Cancel);
        var user = server.AddUser();
        using var bot = Start(client, server);
        if (bot is null)
        {
            return;
        }

        var errors = bot.StandardError.ReadToEndAsync(Cancel);
        try
        {
            user.Say("/start");
            var greeting = await user.NextAsync(Cancel, seconds: 30);
            Assert.Equal(("Сәлем", "bold"), (greeting.Text, greeting.Content.Entities.Single().Type));
            Assert.Equal(["Иә", "Жоқ"], greeting.Buttons.Select(button => button.Label));

            var query = user.Press(greeting, "Жоқ");
            await server.WaitForAnswerAsync(query, Cancel);
            var edited = await user.NextAsync(Cancel);
            Assert.Equal((greeting.Id, 1, "Таңдалды: no"), (edited.Id, edited.Revision, edited.Text));

            user.Say("файл керек");
            var file = (await user.NextAsync(Cancel)).File!;
            Assert.Equal(("есеп.txt", "мазмұны"), (file.Name, Encoding.UTF8.GetString(file.Bytes)));
        }
        catch (TimeoutException)
        {
            bot.StandardInput.Close();
            Assert.Fail($"{client}: {await errors}");
        }
        finally
        {
            // The scripts end with their standard input.
            bot.StandardInput.Close();
            await bot.WaitForExitAsync(Cancel);
        }
    }

    private static Process? Start(string client, TelegramServer server, [CallerFilePath] string here = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(here)!, "node");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", client)))
        {
            Assert.Skip($"{client} is not installed: npm ci in tests/Ruhani.Bot.Channels.Tests/Telegram/node.");
            return null;
        }

        try
        {
            return Process.Start(new ProcessStartInfo("node", [$"{client}.mjs", server.Url, server.Token])
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardError = true,
            });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("node is not installed.");
            return null;
        }
    }
}
