using System.Security.Cryptography;
using Ruhani.Bot.Activities;

namespace Ruhani.Bot.PersonalData;

/// <summary>
/// The deletion of everything that names a person, in one turn. What the office has to keep (decisions, the audit) goes
/// on under a pseudonym that leads to nobody: it is drawn by lot, and what it stood for is written nowhere.
/// </summary>
/// <param name="Scope">Whose data goes.</param>
/// <param name="Pseudonym">What the person is called from now on, in place of every address.</param>
public sealed record Erasure(PersonalScope Scope, string Pseudonym)
{
    private const string Prefix = "erased:";
    private const int Digits = 16;
    private readonly List<Func<CancellationToken, Task>> _afterwards = [];

    /// <summary>What follows once the deletion is committed, for what lies outside the store.</summary>
    internal IReadOnlyList<Func<CancellationToken, Task>> Afterwards => _afterwards;

    /// <summary>The person's private conversations.</summary>
    public IReadOnlyCollection<ConversationKey> Conversations =>
    [
        .. Scope.Conversations
            .Select(key => ConversationKey.TryParse(key, out var parsed) ? parsed : (ConversationKey?)null)
            .OfType<ConversationKey>(),
    ];

    /// <summary>The deletion of a person's data.</summary>
    public static Erasure Of(PersonalScope scope) =>
        new(scope, Prefix + RandomNumberGenerator.GetString("0123456789", Digits));

    /// <summary>True for what stands in place of somebody's address whose data was deleted.</summary>
    public static bool IsPseudonym(string? address) =>
        address?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>An address as it is kept from now on: the person's becomes the pseudonym.</summary>
    public string Name(string address) => Scope.Is(address) || Scope.IsIn(address) ? Pseudonym : address;

    /// <summary>The same for a text whose words may be addresses, such as the details of the audit.</summary>
    public string NameIn(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return string.Join(' ', words.Split(' ').Select(Name));
    }

    /// <summary>Does something once the deletion is committed; lost when the host ends right then.</summary>
    public void Afterward(Func<CancellationToken, Task> what) => _afterwards.Add(what);
}
