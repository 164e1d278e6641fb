using Ruhani.Bot.Activities;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>Collects files: sent as files, pictures or voice, one by one or as an album, or named by a link.</summary>
internal static class FileSlots
{
    private const int DefaultMost = 10;

    public static SlotReading Read(SlotDefinition slot, SlotValue? collected, Activity activity) => activity switch
    {
        FileActivity file => Add(slot, collected, Keep(file.File, "file")),
        PhotoActivity photo => Add(slot, collected, Keep(photo.Photo, "photo.jpg")),
        VoiceActivity voice => Add(slot, collected, Keep(voice.Voice, "voice.ogg")),
        _ => new SlotReading.NoAnswer("slots.expected-file"),
    };

    public static SlotReading ReadLink(SlotDefinition slot, SlotValue? collected, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps
            ? Add(slot, collected, new KeptFile(link.AbsoluteUri, link.Host, IsLink: true))
            : new SlotReading.NoAnswer("slots.expected-file");

    private static SlotReading Add(SlotDefinition slot, SlotValue? collected, KeptFile file)
    {
        var files = (collected as SlotValue.Files)?.Items ?? [];
        var most = slot.Max ?? DefaultMost;
        if (files.Count >= most)
        {
            return new SlotReading.Wrong("slots.too-many-files", TextArguments.Of(("max", most), ("count", most)));
        }

        // The same file twice is one file.
        IReadOnlyList<KeptFile> all = files.Any(one => one.Id == file.Id) ? files : [.. files, file];
        return new SlotReading.Partial(
            new SlotValue.Files(all),
            "slots.file-received",
            TextArguments.Of(("name", file.Name), ("count", all.Count)));
    }

    private static KeptFile Keep(Attachment attachment, string name) =>
        new(attachment.Id, attachment.Name ?? name, attachment.MediaType, attachment.Size);
}
