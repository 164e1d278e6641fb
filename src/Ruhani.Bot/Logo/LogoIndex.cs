using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ruhani.Bot.Linguistics;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Logo;

/// <summary>
/// The small documents that lead from an office, a person or an event to its requests, newest first. Written in the
/// commit of the request.
/// </summary>
internal static class LogoIndex
{
    /// <summary>The requests of an office.</summary>
    public static string Office(string office) => "office:" + Hash(office);

    /// <summary>The requests of a person.</summary>
    public static string Person(string address) => "person:" + Hash(address);

    /// <summary>
    /// The requests for an event of a name in a region, in either language; case, punctuation and Kazakh letters typed
    /// as Russian ones make no difference.
    /// </summary>
    public static IReadOnlyList<string> Events(int region, LogoFacts facts) =>
    [
        .. new[] { facts.TitleKazakh, facts.TitleRussian }.Select(Plain).Where(title => title.Length > 0).Distinct()
            .Select(title => string.Create(CultureInfo.InvariantCulture, $"event:{region:D2}:{Hash(title)}")),
    ];

    /// <summary>Everything that leads to a request; none for a draft.</summary>
    public static IEnumerable<string> Of(LogoRequest? request) => request?.Number is null
        ? []
        : [Office(request.Office), Person(request.Requester), .. Events(request.Region, request.Facts)];

    /// <summary>The writes that make what leads to a request what it should be.</summary>
    public static IEnumerable<DocumentWrite> Writes(LogoRequest? before, LogoRequest after)
    {
        var (old, now) = (Of(before).ToHashSet(StringComparer.Ordinal), Of(after).ToHashSet(StringComparer.Ordinal));
        return now.Except(old).Select(group => new DocumentWrite(Document(group, after)))
            .Concat(old.Except(now).Select(group => new DocumentWrite(Document(group, after), Delete: true)));
    }

    /// <summary>The number an index document leads to.</summary>
    public static string NumberOf(StoredDocument document) => document.Id[(document.Id.LastIndexOf('/') + 1)..];

    private static StoredDocument Document(string group, LogoRequest request) => new(
        DocumentKind.LogoIndex,
        $"{group}/{request.Number}",
        1,
        "{}",
        group,
        -request.SubmittedAt!.Value.ToUnixTimeMilliseconds());

    private static string Plain(string title) =>
        Folding.Fold(string.Concat(title.Where(char.IsLetterOrDigit)).ToLowerInvariant());

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
