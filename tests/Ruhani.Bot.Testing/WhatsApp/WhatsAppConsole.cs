using System.Globalization;
using System.Text.Json.Nodes;

namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>
/// The stand-in by hand: <c>dotnet run --project tests/Ruhani.Bot.Testing -- whatsapp [--webhook URL] [--port N]
/// [--phone DIGITS] [--user-id ID] [--username WORD] [--name WORDS]</c>. Type as a person with a phone.
/// </summary>
public sealed class WhatsAppConsole
{
    private const string Help = """
        Type words to write them; #2 presses the second button or row of the last message with choices.
        :photo :file NAME :voice :sticker :location   send something else
        :hide / :show                                 hide or show the phone number
        :break CODE | :fail CODE                      refuse the next message now, or afterwards by a status
        :later HOURS                                  move the stand-in's clock on (the 24-hour window)
        :read                                         report the last message as read
        :quit
        """;

    private readonly WhatsAppServer _server;
    private readonly WhatsAppUser _user;
    private readonly MovableTime _time;
    private WhatsAppSent? _last;
    private WhatsAppSent? _lastWithChoices;

    private WhatsAppConsole(WhatsAppServer server, WhatsAppUser user, MovableTime time) =>
        (_server, _user, _time) = (server, user, time);

    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var options = Options(arguments);
        var time = new MovableTime();
        await using var server = await WhatsAppServer.StartAsync(
            new WhatsAppServerSettings
            {
                Port = int.Parse(options.GetValueOrDefault("port", "8090"), CultureInfo.InvariantCulture),
                Time = time,
                ReportsDelivery = true,
            },
            cancellationToken);
        var userId = options.GetValueOrDefault("user-id", "KZ.1000000000000001");
        var username = options.GetValueOrDefault("username");
        var user = server.AddUser(
            options.GetValueOrDefault("name", "Айгүл"),
            options.GetValueOrDefault("phone", "77010000001"),
            userId,
            username);
        user.HidesPhone = username is not null;
        var webhook = new Uri(options.GetValueOrDefault("webhook", "http://127.0.0.1:5080/whatsapp/webhook"));
        Console.WriteLine($"""
            The WhatsApp stand-in listens at {server.ApiUrl}. Start the bot with
              WhatsApp__ApiUrl={server.ApiUrl} WhatsApp__AccessToken={server.Settings.AccessToken}
              WhatsApp__PhoneNumberId={server.Settings.PhoneNumberId} WhatsApp__AppSecret={server.Settings.AppSecret}
              WhatsApp__VerifyToken={server.Settings.VerifyToken}
            and press Enter here. Webhook: {webhook}
            """);
        Console.ReadLine();
        await server.Webhook.SubscribeAsync(webhook, cancellationToken);
        Console.WriteLine(Help);
        var console = new WhatsAppConsole(server, user, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var shown = console.ShowAsync(ended.Token);
        await console.TypeAsync(ended.Token);
        await ended.CancelAsync();
        await shown;
        return 0;
    }

    private static Dictionary<string, string> Options(string[] arguments) =>
        arguments.Chunk(2).Where(p => p.Length == 2 && p[0].StartsWith("--", StringComparison.Ordinal))
            .ToDictionary(p => p[0][2..], p => p[1], StringComparer.Ordinal);

    private async Task TypeAsync(CancellationToken cancellationToken)
    {
        while (await Console.In.ReadLineAsync(cancellationToken) is { } line && line != ":quit")
        {
            try
            {
                await HandleAsync(line.Trim(), cancellationToken);
            }
            catch (InvalidOperationException problem)
            {
                Console.WriteLine($"! {problem.Message}");
            }
        }
    }

    private Task HandleAsync(string line, CancellationToken cancellationToken)
    {
        var (word, rest) = line.Split(' ', 2) is [var first, var second] ? (first, second) : (line, "");
        var number = int.TryParse(rest, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        switch (word)
        {
            case "":
                return Task.CompletedTask;
            case ":photo":
                return SendFileAsync("image", "image/png", null, cancellationToken);
            case ":file":
                return SendFileAsync("document", "application/pdf", rest, cancellationToken);
            case ":voice":
                return SendFileAsync("audio", "audio/ogg", null, cancellationToken);
            case ":sticker":
                return SendFileAsync("sticker", "image/webp", null, cancellationToken);
            case ":location":
                var point = new JsonObject { ["latitude"] = 51.128, ["longitude"] = 71.430 };
                return _user.SendAsync("location", point, cancellationToken);
            case ":hide" or ":show":
                _user.HidesPhone = word == ":hide";
                return Task.CompletedTask;
            case ":break":
                _server.Break(new WhatsAppFault.Refused(number));
                return Task.CompletedTask;
            case ":fail":
                _server.Break(new WhatsAppFault.FailsLater(number));
                return Task.CompletedTask;
            case ":later":
                _time.Offset += TimeSpan.FromHours(number);
                return Task.CompletedTask;
            case ":read" when _last is not null:
                return _server.ReportAsync(_last, "read", cancellationToken);
            case ['#', ..] when int.TryParse(word.AsSpan(1), CultureInfo.InvariantCulture, out var choice)
                && choice > 0 && choice <= _lastWithChoices?.Choices.Count:
                return _user.PressAsync(_lastWithChoices, choice, cancellationToken);
            case [':', ..]:
                Console.WriteLine(Help);
                return Task.CompletedTask;
            default:
                return _user.SayAsync(line, cancellationToken);
        }
    }

    private Task<string> SendFileAsync(string type, string mediaType, string? name, CancellationToken cancellationToken)
    {
        var content = new JsonObject
        {
            ["id"] = _server.Media.Add([1, 2, 3], mediaType, fromPerson: true),
            ["mime_type"] = mediaType,
        };
        if (name is { Length: > 0 })
        {
            content["filename"] = name;
        }

        if (type == "audio")
        {
            content["voice"] = true;
        }

        return _user.SendAsync(type, content, cancellationToken);
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                _last = await _server.NextSentAsync(cancellationToken);
                _lastWithChoices = _last.Choices.Count > 0 ? _last : _lastWithChoices;
                var text = _last.Body["template"] is JsonObject template
                    ? $"[{_last.Template}] {_server.Templates.Render(template)}"
                    : _last.Text;
                var choices = _last.Choices.Select((c, i) => $"\n   #{i + 1} {c.Title}");
                Console.WriteLine($"< {text}{string.Concat(choices)}");
            }
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("Bye.");
        }
    }

    /// <summary>The machine's clock, moved on by hand.</summary>
    private sealed class MovableTime : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
    }
}
