using System.Text.Json;
using Ruhani.Bot.Logo;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>The place in the office, codes that were made or used, and the lines of the audit.</summary>
public sealed class StaffData(IStore store) : IPersonalData
{
    /// <inheritdoc/>
    public IReadOnlyList<DocumentKind> Covers => [DocumentKind.Code, DocumentKind.Audit, DocumentKind.AuditHead];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PersonalRecord>> ReadAsync(
        Turn turn, PersonalScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var found = scope.People.Values.Select(person => person.Membership).OfType<Membership>()
            .Select(one => Member(turn, one)).ToList();
        await foreach (var document in store.AllAsync(DocumentKind.Code, null, cancellationToken)
            .ConfigureAwait(false))
        {
            var code = JsonSerializer.Deserialize(document.Json, StateJson.Stored.OneTimeCode)!;
            if (scope.Is(code.By) || scope.Is(code.UsedBy))
            {
                var purpose = code.Role is { } role ? StaffOptions.Name(turn, role) : turn.Label("mydata.code-link");
                found.Add(PersonalRecord.Of(
                    turn,
                    PersonalKinds.Code,
                    purpose,
                    ("purpose", purpose),
                    ("until", PersonalRecord.Moment(turn, code.Until)),
                    ("used", turn.Label(code.UsedBy is null ? "form.no" : "form.yes"))));
            }
        }

        await foreach (var document in store.AllAsync(DocumentKind.Audit, null, cancellationToken)
            .ConfigureAwait(false))
        {
            var entry = JsonSerializer.Deserialize(document.Json, StateJson.Stored.AuditEntry)!;
            if (Names(entry, scope))
            {
                var act = turn.Label("audit." + entry.Act.Replace('.', '-'));
                found.Add(PersonalRecord.Of(
                    turn, PersonalKinds.Audit, act, ("act", act), ("moment", PersonalRecord.Moment(turn, entry.At))));
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask EraseAsync(Turn turn, Erasure erasure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(erasure);
        var scope = erasure.Scope;
        await foreach (var document in store.AllAsync(DocumentKind.Code, null, cancellationToken)
            .ConfigureAwait(false))
        {
            var code = JsonSerializer.Deserialize(document.Json, StateJson.Stored.OneTimeCode)!;
            if (scope.Is(code.By) || scope.Is(code.UsedBy))
            {
                turn.Remove(document);
            }
        }

        await foreach (var document in store.AllAsync(DocumentKind.Audit, null, cancellationToken)
            .ConfigureAwait(false))
        {
            var entry = JsonSerializer.Deserialize(document.Json, StateJson.Stored.AuditEntry)!;
            if (Names(entry, scope))
            {
                turn.Put(document, document with
                {
                    Json = JsonSerializer.Serialize(
                        entry.Renamed(erasure.Name, erasure.NameIn),
                        StateJson.Stored.AuditEntry),
                });
            }
        }

        await LeaveAsync(turn, erasure, cancellationToken).ConfigureAwait(false);
    }

    // Whoever named the person as deputy keeps the absence; that a role ended stays in the audit, without the name.
    private async ValueTask LeaveAsync(Turn turn, Erasure erasure, CancellationToken cancellationToken)
    {
        await foreach (var document in store.AllAsync(DocumentKind.Person, RoleBook.Group, cancellationToken)
            .ConfigureAwait(false))
        {
            var person = JsonSerializer.Deserialize(document.Json, StateJson.Stored.Person)!;
            if (!erasure.Scope.Is(document.Id) && person.Membership is { Absence: { } absence } membership
                && erasure.Scope.Is(absence.Deputy))
            {
                var changed = person with
                {
                    Membership = membership with { Absence = absence with { Deputy = erasure.Pseudonym } },
                };
                turn.Put(document, document with
                {
                    Json = JsonSerializer.Serialize(changed, StateJson.Stored.Person),
                });
            }
        }

        turn.Record(
            DocumentKind.Audit,
            new AuditEntry(
                turn.Now.ToUnixTimeMilliseconds(),
                erasure.Pseudonym,
                AuditChain.Erased,
                erasure.Pseudonym,
                string.Join(' ', erasure.Scope.People.Values.Select(one => one.Membership).OfType<Membership>()
                    .SelectMany(one => one.Roles.Select(StaffOptions.Code).Append(StaffOptions.Code(one.Region)))
                    .Distinct(StringComparer.Ordinal))),
            StateJson.Stored.AuditEntry);
    }

    /// <summary>True when an entry says something of the person.</summary>
    internal static bool Names(AuditEntry entry, PersonalScope scope) =>
        scope.Is(entry.By) || scope.Is(entry.About) || entry.Details.Split(' ').Any(scope.Is);

    private static PersonalRecord Member(Turn turn, Membership one) => PersonalRecord.Of(
        turn,
        PersonalKinds.Staff,
        $"{one.Name}, {StaffOptions.Names(turn, one.Roles)}",
        ("name", one.Name),
        ("roles", StaffOptions.Names(turn, one.Roles)),
        ("region", Regions.Name(turn.Content.Texts, turn.Language, one.Region)),
        ("chat", one.Home),
        ("since", PersonalRecord.Moment(turn, one.Since)),
        ("suspended", one.IsSuspended ? turn.Label("form.yes") : null),
        ("absence", one.Absence is { } absence ? turn.Dates.Period(absence.From, absence.To) : null));
}
