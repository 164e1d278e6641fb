using System.Collections.Concurrent;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Channels;

/// <summary>
/// What a network called the files we uploaded to it, so that a file for many people travels once. Forgets everything
/// when full and with the process.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="life">How long the network keeps an upload; null for as long as it likes.</param>
internal sealed class RememberedUploads(TimeProvider? time = null, TimeSpan? life = null)
{
    private const int Most = 2000;
    private readonly ConcurrentDictionary<(string Id, string Name, bool AsPicture), Upload> _uploads = new();

    /// <summary>The network's id of a file; null when it has to be uploaded.</summary>
    public string? Find(OutboxFile file) =>
        _uploads.TryGetValue(KeyOf(file), out var upload) && (time is null || time.GetUtcNow() < upload.Until)
            ? upload.Id
            : null;

    /// <summary>Remembers an upload.</summary>
    public void Keep(OutboxFile file, string id)
    {
        if (_uploads.Count >= Most)
        {
            _uploads.Clear();
        }

        var until = life is { } days && time is not null ? time.GetUtcNow() + days : DateTimeOffset.MaxValue;
        _uploads[KeyOf(file)] = new Upload(id, until);
    }

    /// <summary>Forgets an upload that the network no longer knows.</summary>
    public void Forget(OutboxFile file) => _uploads.TryRemove(KeyOf(file), out _);

    private static (string Id, string Name, bool AsPicture) KeyOf(OutboxFile file) =>
        (file.File.Id, file.File.Name, file.AsPicture);

    private readonly record struct Upload(string Id, DateTimeOffset Until);
}
