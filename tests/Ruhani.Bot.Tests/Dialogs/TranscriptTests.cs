using Ruhani.Bot.Channels;
using Ruhani.Bot.Testing;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Transcripts;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Dialogs;

/// <summary>
/// Plays every <c>dialogs/*/*.kk.chat</c> and <c>*.ru.chat</c> on every network. <c>RUHANI_RECORD=1</c> writes what the
/// bot says into the files instead.
/// </summary>
public sealed class TranscriptTests
{
    private static readonly Dictionary<string, ChannelCapabilities> All = new(StringComparer.Ordinal)
    {
        ["telegram"] = Networks.Telegram,
        ["whatsapp"] = Networks.WhatsApp,
        ["webchat"] = Networks.WebChat,
    };

    public static TheoryData<string, string> Transcripts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Directory.GetFiles(Repository.Path("dialogs"), "*.chat", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal))
            {
                foreach (var network in All.Keys)
                {
                    data.Add(Path.GetRelativePath(Repository.Path("dialogs"), file), network);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public async Task A_conversation_goes_as_written(string file, string network)
    {
        var transcript = Transcript.Read(Repository.Path("dialogs", file));
        var language = file.EndsWith(".kk.chat", StringComparison.Ordinal) ? Language.Kazakh : Language.Russian;
        using var player = new TranscriptPlayer(All[network], language);
        var said = await player.PlayAsync(transcript);
        if (Environment.GetEnvironmentVariable("RUHANI_RECORD") == "1")
        {
            if (network == "telegram")
            {
                transcript.Record(said);
            }

            return;
        }

        Assert.True(
            TranscriptPlayer.Compare(transcript, said, network == "telegram") is var differences
                && differences.Count == 0,
            string.Join("\n\n", differences));
    }

    [Fact]
    public void A_dialog_that_asks_has_a_transcript_in_each_language()
    {
        using var bot = new Testing.Turns.TestBot();
        var missing = bot.Content.Current.Dialogs.Dialogs.Where(dialog => dialog.IsForm)
            .SelectMany(dialog => Languages.All.Select(language => $"{dialog.Name}.{language.Code()}.chat"))
            .Where(file => !File.Exists(Repository.Path("dialogs", file.Split('.')[0], file)));
        Assert.Empty(missing);
    }
}
