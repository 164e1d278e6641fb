using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Testing.Transcripts;

/// <summary>Plays a transcript to a whole bot on one network and tells where they part.</summary>
public sealed partial class TranscriptPlayer : IDisposable
{
    private const string Edited = "(edited)";
    private readonly ChannelCapabilities _network;
    private readonly Language _language;
    private readonly Dictionary<string, List<OutboxMessage>> _shown = [];
    private TestBot _bot;
    private int _count;
    private int _files;
    private string _code = "КОД";

    public TranscriptPlayer(ChannelCapabilities network, Language language)
    {
        (_network, _language) = (network, language);
        _bot = new TestBot(network) { Hint = language.Code() };
    }

    /// <summary>Plays it and gives what the bot said to each step.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<TranscriptReply>>> PlayAsync(Transcript transcript)
    {
        var all = new List<IReadOnlyList<TranscriptReply>>();
        foreach (var step in transcript.Steps)
        {
            try
            {
                all.Add([.. (await DoAsync(step)).Select(Read)]);
            }
            catch (InvalidOperationException e)
            {
                throw new InvalidOperationException($"{transcript.Path}:{step.Line}: {e.Message}", e);
            }
        }

        return all;
    }

    /// <summary>Where what was said is not what was expected; empty when all is as written.</summary>
    public static IReadOnlyList<string> Compare(
        Transcript transcript, IReadOnlyList<IReadOnlyList<TranscriptReply>> said, bool isStrict)
    {
        var differences = new List<string>();
        foreach (var (step, replies) in transcript.Steps.Zip(said))
        {
            var isSame = isStrict
                ? step.Replies.Count == replies.Count
                    && step.Replies.Zip(replies).All(pair => IsSame(pair.First, pair.Second))
                : step.Replies.Where(expected => expected.Lines is not [Edited, ..])
                    .All(expected => HasAll(expected, replies));
            if (!isSame)
            {
                differences.Add($"{transcript.Path}:{step.Line}: after '{step.Text}' the bot said:\n{Show(replies)}\n" +
                    $"and not:\n{Show(step.Replies)}");
            }
        }

        return differences;
    }

    public void Dispose() => _bot.Dispose();

    private static string Show(IEnumerable<TranscriptReply> replies) => string.Join(
        '\n', replies.Select(reply => reply.Who + "< " + string.Join("\n  ", reply.Lines)));

    private static bool IsSame(TranscriptReply expected, TranscriptReply said) =>
        expected.Who == said.Who && Plain(expected.Text) == Plain(said.Text)
        && expected.Labels.SequenceEqual(said.Labels);

    // Other networks break texts up, number what they have no buttons for, and shorten labels.
    private static bool HasAll(TranscriptReply expected, IReadOnlyList<TranscriptReply> said)
    {
        var theirs = said.Where(reply => reply.Who == expected.Who).ToList();
        var text = string.Join(' ', theirs.Select(reply => Plain(reply.Text)));
        return text.Contains(Plain(expected.Text), StringComparison.Ordinal) && expected.Labels.All(label =>
            text.Contains(Plain(label), StringComparison.Ordinal)
            || theirs.SelectMany(reply => reply.Labels).Any(one => IsShortOf(one, label)));
    }

    private static bool IsShortOf(string label, string full) => label == full
        || (label.EndsWith('…') && full.StartsWith(label.TrimEnd('…').TrimEnd(), StringComparison.Ordinal));

    private static string Plain(string text) =>
        Space().Replace(Marks().Replace(Bullet().Replace(text, "• "), ""), " ").Trim();

    private TranscriptReply Read(OutboxMessage message)
    {
        var text = _network.Markup == Markup.Html
            ? WebUtility.HtmlDecode(Tag().Replace(message.Text, "**"))
            : message.Text;
        if (Code().Match(text) is { Success: true } code)
        {
            // Codes are made by chance: a transcript calls the last one КОД.
            _code = code.Value;
            text = text.Replace(_code, "КОД", StringComparison.Ordinal);
        }

        var lines = text.Trim().Split('\n').Select(line => line.TrimEnd()).ToList();
        if (message.UpdatesCard && _network.CanEdit)
        {
            // What stood there before is there to read already: the first line tells what has become of it.
            lines = [Edited, lines[0]];
        }

        if (message.File is { } file)
        {
            lines.Insert(0, $"(file {file.File.Name})");
        }

        var labels = message.Buttons.SelectMany(row => row).Select(button => $"[{button.Label}]").ToList();
        if (labels.Count > 0)
        {
            lines.Add(string.Join(' ', labels));
        }

        return new TranscriptReply(0, message.Conversation.Chat == "1" ? "" : message.Conversation.Chat, lines);
    }

    private async Task<IReadOnlyList<OutboxMessage>> DoAsync(TranscriptStep step)
    {
        if (step.IsAct)
        {
            await ActAsync(step.Text);
        }
        else
        {
            await SayAsync(
                step.Who.Length == 0 ? "1" : step.Who, step.Text.Replace("КОД", _code, StringComparison.Ordinal));
            await _bot.RunDueAsync();
        }

        if (_bot.Log.All.FirstOrDefault(line => line.Level >= LogLevel.Error) is { Text: { } error })
        {
            throw new InvalidOperationException("an operator would read: " + error);
        }

        var written = _bot.Store.Written.Skip(_count).ToList();
        _count += written.Count;
        foreach (var message in written)
        {
            var problems = NetworkLimits.Broken(message, _network);
            if (problems.Count > 0)
            {
                throw new InvalidOperationException("the network would refuse: " + string.Join("; ", problems));
            }

            Shown(message.Conversation.Chat).Add(_bot.Sign(message));
        }

        return written;
    }

    private async Task ActAsync(string act)
    {
        if (act == "restart")
        {
            var before = _bot;
            _bot = before.Restarted();
            before.Dispose();
        }
        else if (Wait().Match(act) is { Success: true } wait)
        {
            var count = int.Parse(wait.Groups[1].Value, CultureInfo.InvariantCulture);
            _bot.Time.Advance(wait.Groups[2].Value switch
            {
                "m" => TimeSpan.FromMinutes(count),
                "h" => TimeSpan.FromHours(count),
                _ => TimeSpan.FromDays(count),
            });
            await _bot.RunDueAsync();
        }
        else if (!await OfficeActs.TryAsync(_bot, act, _language))
        {
            throw new InvalidOperationException($"'{act}' is nothing that can happen: restart, wait 5m, wait 25h, "
                + "wait 3d, hire айгүл approver 01 Айгүл Омарова, leave айгүл 5d болат, request дана plan");
        }
    }

    private Task<IReadOnlyList<OutboxMessage>> SayAsync(string who, string text)
    {
        if (text.StartsWith('/'))
        {
            var parts = text[1..].Split(' ', 2);
            return _bot.CommandAsync(parts[0], parts.Length > 1 ? parts[1] : "", who);
        }

        if (text.StartsWith('[') && text.EndsWith(']'))
        {
            return PressAsync(who, text[1..^1]);
        }

        if (text.StartsWith('(') && text.EndsWith(')'))
        {
            var parts = text[1..^1].Split(' ', 2);
            return _bot.SendAsync(Send(parts[0], parts.Length > 1 ? parts[1] : ""), who);
        }

        return _bot.SayAsync(text, who);
    }

    // The newest button so labelled; words where the network shows none.
    private Task<IReadOnlyList<OutboxMessage>> PressAsync(string who, string label)
    {
        var button = Enumerable.Reverse(Shown(who)).SelectMany(message => message.Buttons).SelectMany(row => row)
            .FirstOrDefault(button => IsShortOf(button.Label, label));
        var isNumbered = Enumerable.Reverse(Shown(who)).Take(3).Any(message =>
            message.Text.Contains(label, StringComparison.Ordinal));
        return button is not null ? _bot.PressAsync(button.Token, who)
            : isNumbered ? _bot.SayAsync(label, who)
            : throw new InvalidOperationException(
                $"there is no button '{label}' after: " + string.Join(" | ", Shown(who).TakeLast(2).Select(
                    message => string.Join("\n", Read(message).Lines)))
                + string.Join('\n', _bot.Log.All.Where(line => line.Level >= LogLevel.Error)));
    }

    private Activity Send(string kind, string about) => kind switch
    {
        "file" => new FileActivity
        {
            Id = "",
            Conversation = default,
            From = default!,
            At = default,
            File = new Attachment($"file-{++_files}", about, "application/pdf", 1000),
        },
        "photo" => new PhotoActivity
        {
            Id = "",
            Conversation = default,
            From = default!,
            At = default,
            Photo = new Attachment($"photo-{++_files}", null, "image/jpeg", 1000),
            Caption = about.Length > 0 ? about : null,
        },
        "voice" => new VoiceActivity
        {
            Id = "",
            Conversation = default,
            From = default!,
            At = default,
            Voice = new Attachment($"voice-{++_files}"),
        },
        "location" => new LocationActivity
        {
            Id = "",
            Conversation = default,
            From = default!,
            At = default,
            Latitude = double.Parse(about.Split(' ')[0], CultureInfo.InvariantCulture),
            Longitude = double.Parse(about.Split(' ')[1], CultureInfo.InvariantCulture),
        },
        "contact" => new ContactActivity
        {
            Id = "",
            Conversation = default,
            From = default!,
            At = default,
            Phone = about,
            IsOwn = true,
        },
        _ => throw new InvalidOperationException($"there is no '({kind})': file, photo, voice, location, contact"),
    };

    private List<OutboxMessage> Shown(string who)
    {
        if (!_shown.TryGetValue(who, out var shown))
        {
            _shown[who] = shown = [];
        }

        return shown;
    }

    [GeneratedRegex(@"^wait (\d+)([mhd])$")]
    private static partial Regex Wait();

    [GeneratedRegex(@"\b[0-9]{10}\b")]
    private static partial Regex Code();

    [GeneratedRegex("</?b>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[*_\\]")]
    private static partial Regex Marks();

    [GeneratedRegex("(?m)^ *- ")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
