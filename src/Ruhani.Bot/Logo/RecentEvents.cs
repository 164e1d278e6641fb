using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo;

/// <summary>
/// The events a person may mean who has been to one: those the logo was permitted for, which are public, from their
/// first day until a while after their last.
/// </summary>
public sealed class RecentEvents(LogoRecords records) : IVerbSource
{
    private const int MostOffered = 10;
    private const int DaysAfter = 60;

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs => [new Verb("logo.events", ["some", "none"], HasSomeAsync)];

    /// <inheritdoc/>
    public IReadOnlyList<OptionSource> Options => [new OptionSource("logo.events", ListAsync)];

    private async ValueTask<VerbResult> HasSomeAsync(Turn turn, string argument, CancellationToken cancellationToken) =>
        new((await ListAsync(turn, cancellationToken).ConfigureAwait(false)).Count > 0 ? "some" : "none");

    private async ValueTask<IReadOnlyList<SlotOption>> ListAsync(Turn turn, CancellationToken cancellationToken)
    {
        var found = new List<LogoRequest>();
        await foreach (var request in records.AllAsync(cancellationToken).ConfigureAwait(false))
        {
            var days = request.Facts.Dates;
            if ((request.State.IsPermit() || request.State == LogoState.Expired)
                && days.From <= turn.Today && days.To >= turn.Today.AddDays(-DaysAfter))
            {
                found.Add(request);
            }
        }

        var words = LogoWording.Of(turn);
        return
        [
            .. found.OrderByDescending(request => request.Facts.Dates.To)
                .ThenBy(request => request.Number, StringComparer.Ordinal)
                .Take(MostOffered)
                .Select(request => new SlotOption(
                    request.Number!.ToLowerInvariant(),
                    $"{words.Title(request.Facts)}, {words.Say(request.Facts.Dates)}")),
        ];
    }
}
