using System.Globalization;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>Talks to the bot by hand: what is typed is a message, a number presses that button.</summary>
public static class TelegramConsole
{
    private const int DefaultPort = 8181;

    /// <summary>Runs until the input ends or <c>:quit</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var port = DefaultPort;
        if (args is not [] and not ["--port", _]
            || (args is ["--port", var text] && !int.TryParse(text, CultureInfo.InvariantCulture, out port)))
        {
            Console.Error.WriteLine("Usage: telegram [--port N]");
            return 2;
        }

        await using var server = await TelegramServer.StartAsync(new TelegramServerOptions
        {
            Port = port,
            Record = false,
            CallbackLife = TimeSpan.FromMinutes(5),
            WebhookRetry = TimeSpan.FromSeconds(1),
        });
        Console.WriteLine($"""
            A stand-in of Telegram's server listens at {server.Url}. Start the bot with

              Telegram__ApiUrl={server.Url} Telegram__Token={server.Token} dotnet run --project src/Ruhani.Bot.Host

            Type a message, or the number of a button. :block and :unblock,
            :user NAME [LANGUAGE] for another person, :quit.
            """);
        using var end = new CancellationTokenSource();
        var user = server.AddUser();
        var shows = new List<Task> { ShowAsync(user, end.Token) };
        while (await Console.In.ReadLineAsync() is { } line && line != ":quit")
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [":user", var name, .. var more])
            {
                user = server.AddUser(name, more.FirstOrDefault() ?? "ru");
                shows.Add(ShowAsync(user, end.Token));
            }
            else if (line.Length > 0)
            {
                Act(user, line);
            }
        }

        await end.CancelAsync();
        await Task.WhenAll(shows);
        return 0;
    }

    private static void Act(TelegramUser user, string line)
    {
        var last = user.Log.LastOrDefault(message => message.Buttons.Count > 0);
        if (line == ":block")
        {
            user.Block();
        }
        else if (line == ":unblock")
        {
            user.Unblock();
        }
        else if (int.TryParse(line, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= last?.Buttons.Count)
        {
            user.Press(last, number);
        }
        else
        {
            user.Say(line);
        }
    }

    private static async Task ShowAsync(TelegramUser user, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                Show(user, await user.NextAsync(end, TimeSpan.FromDays(1).TotalSeconds));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static void Show(TelegramUser user, TelegramMessage message)
    {
        var what = message.Revision > 0 ? "edited" : "said";
        Console.WriteLine($"\n[{user.FirstName}] the bot {what} (message {message.Id}):");
        Console.WriteLine(message.File is { } file ? $"({file.Kind}: {file.Name}) {message.Text}" : message.Text);
        for (var i = 0; i < message.Buttons.Count; i++)
        {
            Console.WriteLine($"  {i + 1}. {message.Buttons[i].Label}");
        }
    }
}
