using Ruhani.Bot.Logo;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>What is kept with a person's addresses: language, consent, subscription.</summary>
public sealed class PersonData(IStore store) : IPersonalData
{
    /// <inheritdoc/>
    public IReadOnlyList<DocumentKind> Covers => [DocumentKind.Person, DocumentKind.Suppression];

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PersonalRecord>> ReadAsync(
        Turn turn, PersonalScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        return ValueTask.FromResult<IReadOnlyList<PersonalRecord>>(
        [
            .. scope.People.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .SelectMany(pair => Read(turn, pair.Key, pair.Value)),
        ]);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// That an address said stop stays: its keyed hash tells nobody who it was, and the wish must outlive the data.
    /// </remarks>
    public async ValueTask EraseAsync(Turn turn, Erasure erasure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(erasure);
        foreach (var address in erasure.Scope.People.Keys)
        {
            if (await store.FindAsync(DocumentKind.Person, address, cancellationToken).ConfigureAwait(false)
                is { } document)
            {
                turn.Remove(document);
            }
        }
    }

    private static IEnumerable<PersonalRecord> Read(Turn turn, string address, Person person)
    {
        var language = Language(turn, person.Language, person.Script);
        var id = address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..];
        yield return PersonalRecord.Of(
            turn,
            PersonalKinds.Address,
            language is null ? id : $"{id}, {language}",
            ("address", address),
            ("chat", person.Chat),
            ("language", language),
            ("last-language", Language(turn, person.LastLanguage, null)),
            ("linked-to", person.LinkedTo),
            ("unreachable", PersonalRecord.Moment(turn, person.UnreachableSince ?? 0)));
        if (person.ConsentVersion is { } version)
        {
            var at = PersonalRecord.Moment(turn, person.ConsentAt);
            yield return PersonalRecord.Of(
                turn,
                PersonalKinds.Consent,
                turn.Content.Texts.Label(turn.Language, "mydata.consent-short", TextArguments.Of(
                    ("version", version), ("moment", at ?? "–"))),
                ("version", version),
                ("given", at),
                ("network", person.ConsentChannel));
        }

        if (person.Subscription is { } subscription)
        {
            var state = SettingsScreen.StateName(turn, subscription, subscription.StateOn(turn.Today));
            yield return PersonalRecord.Of(turn, PersonalKinds.Subscription, state, Fields(turn, subscription, state));
        }
    }

    private static IEnumerable<(string Label, string? Value)> Fields(
        Turn turn, Subscription subscription, string state)
    {
        yield return ("state", state);
        yield return ("stopped", PersonalRecord.Moment(turn, subscription.StoppedAt ?? 0));
        if (subscription.OptedInAt > 0)
        {
            yield return ("subscribed", PersonalRecord.Moment(turn, subscription.OptedInAt));
            yield return ("topics", Topics.Names(turn, subscription.Topics));
            yield return ("region", Regions.Name(turn.Content.Texts, turn.Language, subscription.Region));
            yield return ("frequency", SettingsScreen.FrequencyName(turn, subscription.Frequency));
            yield return ("quiet", SettingsScreen.QuietName(turn, subscription.Quiet));
            yield return ("source", subscription.Source);
            yield return ("version", subscription.ConsentVersion);
        }
    }

    private static string? Language(Turn turn, string? code, string? script) => Languages.FromTag(code) switch
    {
        Texts.Language.Russian => turn.Label("language.russian"),
        Texts.Language.Kazakh => turn.Label(
            Scripts.FromCode(script) == Script.Latin ? "language.latin" : "language.kazakh"),
        _ => null,
    };
}
