using System.Globalization;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>What waits, in words: two or three lines and a button each.</summary>
public sealed class QueueText(LogoStaff staff)
{
    /// <summary>The lines, counted from 1: the number typed is that of the button.</summary>
    public async ValueTask<RichText> WriteAsync(
        Turn turn, IReadOnlyList<QueuedRequest> shown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(shown);
        var words = LogoWording.Of(turn);
        var lines = new CardLines(turn);
        foreach (var (index, one) in shown.Index())
        {
            var state = words.Say(one.Request.State) + (one.Request.Reviewer is { } reviewer
                ? " – " + await staff.NameAsync(turn, reviewer, cancellationToken).ConfigureAwait(false)
                : "");
            lines.Say(
                "pending.item",
                ("index", index + 1),
                ("title", words.Title(one.Request.Facts)),
                ("number", one.Request.Number!),
                ("dates", words.Say(one.Request.Facts.Dates)),
                ("state", state));
            lines.SayIf(one.IsUrgent, "pending.urgent");
            lines.SayIf(one.IsLate, "pending.late");
        }

        return lines.Build();
    }

    /// <summary>The button; two events may have one name, so the place in the year stands before it.</summary>
    public static Choice Choice(Turn turn, QueuedRequest one)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(one);
        var serial = int.Parse(one.Request.Number!.Split('-')[3], CultureInfo.InvariantCulture);
        return LogoCard.Open(turn, one.Request.Number!) with
        {
            Label = string.Create(
                CultureInfo.InvariantCulture, $"№ {serial} {LogoWording.Of(turn).Title(one.Request.Facts)}"),
        };
    }
}
