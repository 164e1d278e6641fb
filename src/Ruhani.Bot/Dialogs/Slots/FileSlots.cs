using Ruhani.Bot.Activities;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>
/// Collects files: sent as files, pictures or voice, one by one or as an album, or named by a link. What is sent is
/// kept by the bot before it counts as received.
/// </summary>
internal static class FileSlots
{
    private const int DefaultMost = 10;

    public static async Task<SlotReading> ReadAsync(
        SlotDefinition slot,
        SlotValue? collected,
        Activity activity,
        IFileKeeper keeper,
        CancellationToken cancellationToken)
    {
        var sent = activity switch
        {
            FileActivity { File: var file } => file with { Name = file.Name ?? "file" },
            PhotoActivity { Photo: var photo } => photo with { Name = photo.Name ?? "photo.jpg" },
            VoiceActivity { Voice: var voice } => voice with { Name = voice.Name ?? "voice.ogg" },
            _ => null,
        };
        if (sent is null)
        {
            return new SlotReading.NoAnswer("slots.expected-file");
        }

        var files = Files(collected);
        if (TooMany(slot, files) is { } tooMany)
        {
            return tooMany;
        }

        return await keeper.KeepAsync(sent, activity.Conversation, cancellationToken).ConfigureAwait(false) switch
        {
            FileKeeping.Kept { File: var kept } => Add(files, kept),
            FileKeeping.Failed failed => new SlotReading.Wrong(failed.Key, failed.Arguments),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    public static SlotReading ReadLink(SlotDefinition slot, SlotValue? collected, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps
            ? (SlotReading?)TooMany(slot, Files(collected))
                ?? Add(Files(collected), new KeptFile(link.AbsoluteUri, link.Host, IsLink: true))
            : new SlotReading.NoAnswer("slots.expected-file");

    private static IReadOnlyList<KeptFile> Files(SlotValue? collected) => (collected as SlotValue.Files)?.Items ?? [];

    private static SlotReading.Wrong? TooMany(SlotDefinition slot, IReadOnlyList<KeptFile> files)
    {
        var most = slot.Max ?? DefaultMost;
        return files.Count < most
            ? null
            : new SlotReading.Wrong("slots.too-many-files", TextArguments.Of(("max", most), ("count", most)));
    }

    private static SlotReading.Partial Add(IReadOnlyList<KeptFile> files, KeptFile file)
    {
        // The same file twice is one file, also when it was sent anew.
        var isSame = files.Any(one => one.Id == file.Id || (file.Stored is not null && one.Stored == file.Stored));
        IReadOnlyList<KeptFile> all = isSame ? files : [.. files, file];
        return new SlotReading.Partial(
            new SlotValue.Files(all),
            "slots.file-received",
            TextArguments.Of(("name", file.Name), ("count", all.Count)));
    }
}
