using Ruhani.Bot.Staff;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>
/// A request in the staff group: what and when, and who has it. No contact, no telephone, no file, and nothing can be
/// decided here; a button leads into the private chat.
/// </summary>
public sealed class GroupCard(LogoStaff staff, LogoOptions options, IEnumerable<IStaffRoom> rooms)
{
    private const string Payload = "p_";

    /// <summary>Says it, or changes it.</summary>
    public async ValueTask SayAsync(
        Turn turn, LogoRequest request, bool updates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(request);
        if (Languages.FromTag(options.GroupLanguage) is { } language)
        {
            turn.Language = language;
        }

        var words = LogoWording.Of(turn);
        var isPending = LogoStates.Pending.Contains(request.State);
        var lines = new CardLines(turn);
        lines.Say("pending.head", ("number", request.Number!), ("state", words.Say(request.State)));
        lines.SayIf(isPending && new QueuedRequest(request, turn, options).IsUrgent, "pending.urgent");
        lines.Gap();
        lines.Add(LogoField.Title, words.Title(request.Facts));
        lines.Add(LogoField.Dates, words.Say(request.Facts.Dates));
        lines.Add(LogoField.Ground, words.Name(request.Facts.Ground));
        lines.Add("pending.region", Regions.Name(turn.Content.Texts, turn.Language, request.Region));
        lines.Add("pending.office", request.Office);
        if (isPending && request.Reviewer is { } reviewer)
        {
            lines.Add("pending.reviewer", await staff.NameAsync(turn, reviewer, cancellationToken)
                .ConfigureAwait(false));
        }

        turn.SayCard(
            LogoNews.CardOf(request.Number!),
            updates,
            "pending.card",
            TextArguments.Of(("card", lines.Build())),
            isPending ? Choices(turn, request) : []);
    }

    private List<Choice> Choices(Turn turn, LogoRequest request)
    {
        var digits = string.Concat(request.Number!.Where(char.IsAsciiDigit));
        return rooms.FirstOrDefault(room => room.Conversation == turn.Activity.Conversation)
            ?.PrivateChat(Payload + digits) is { } address
                ? [LogoCard.Open(turn, request.Number!) with { Address = address }]
                : [];
    }
}
