using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>
/// Files: ids of what the business uploads live 30 days, of what people send 7 days, addresses 5 minutes.
/// </summary>
public sealed class WhatsAppMedia(TimeProvider time)
{
    private static readonly TimeSpan AddressLife = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, WhatsAppFile> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Id, DateTimeOffset Until)> _addresses =
        new(StringComparer.Ordinal);
    private long _last = 900000000;
    private int _uploads;

    /// <summary>Uploads that were tried.</summary>
    public int Uploads => Volatile.Read(ref _uploads);

    /// <summary>Keeps a file and gives it an id.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="mediaType">For example <c>image/png</c>.</param>
    /// <param name="fromPerson">True for a file that somebody sent.</param>
    public string Add(byte[] bytes, string mediaType, bool fromPerson)
    {
        var id = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        _files[id] = new WhatsAppFile(bytes, mediaType, time.GetUtcNow() + TimeSpan.FromDays(fromPerson ? 7 : 30));
        return id;
    }

    internal void CountUpload() => Interlocked.Increment(ref _uploads);

    public bool Exists(string id) => Find(id) is not null;

    public WhatsAppFile? Find(string id) =>
        _files.TryGetValue(id, out var file) && time.GetUtcNow() < file.Until ? file : null;

    public bool Delete(string id) => _files.TryRemove(id, out _);

    /// <summary>An address under which the file can be fetched for 5 minutes.</summary>
    public string AddressOf(string id)
    {
        var key = RandomNumberGenerator.GetHexString(16, lowercase: true);
        _addresses[key] = (id, time.GetUtcNow() + AddressLife);
        return key;
    }

    public WhatsAppFile? Open(string key) =>
        _addresses.TryGetValue(key, out var address) && time.GetUtcNow() < address.Until ? Find(address.Id) : null;

    /// <summary>Refuses a type or size that WhatsApp doesn't take; null when it is right.</summary>
    public static WhatsAppRefusal? Check(string mediaType, long size)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        long? limit = mediaType switch
        {
            "image/jpeg" or "image/png" => 5,
            "image/webp" => 1,
            _ when mediaType.StartsWith("audio/", StringComparison.Ordinal) => 16,
            "video/mp4" or "video/3gpp" => 16,
            "application/pdf" or "text/plain" => 100,
            _ when mediaType.StartsWith("application/vnd.", StringComparison.Ordinal) => 100,
            _ => null,
        };
        return limit is null
            ? WhatsAppRefusal.Invalid($"Param file must be a file with one of the allowed types: {mediaType}")
            : size > limit * 1024 * 1024 ? WhatsAppRefusal.OfCode(131053)
            : null;
    }
}

/// <summary>A file the stand-in keeps.</summary>
public sealed record WhatsAppFile(byte[] Bytes, string MediaType, DateTimeOffset Until)
{
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
