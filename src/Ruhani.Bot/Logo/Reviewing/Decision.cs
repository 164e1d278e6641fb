using System.Globalization;
using System.Text.Json;
using Ruhani.Bot.Dialogs.Slots;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>What was answered in the form of a decision, as an act.</summary>
internal static class Decision
{
    // What an act needs to be tried before anything is answered: words and fields that are never written.
    private const string Any = "–";

    /// <summary>An act that is allowed exactly when the decision may be begun.</summary>
    /// <param name="entry">The way into the form.</param>
    /// <param name="shown">The version that was shown.</param>
    /// <param name="facts">What is asked for.</param>
    /// <param name="to">Somebody it may be handed to; null for nobody.</param>
    public static LogoAct? Trial(string entry, int shown, LogoFacts facts, LogoActor? to) => entry switch
    {
        "approve" => new LogoAct.Approve(shown, PermitScope.Whole(facts)),
        "return" => new LogoAct.Return(shown, [LogoField.Title], Any),
        "refuse" => new LogoAct.Refuse(shown, RefusalReason.Other, Any),
        "amend" => new LogoAct.Amend(shown, PermitScope.Whole(facts), Any),
        "revoke" => new LogoAct.Revoke(shown, Any),
        "hand_on" when to is not null => new LogoAct.HandOn(to),
        _ => null,
    };

    /// <summary>The act.</summary>
    /// <param name="entry">The way into the form.</param>
    /// <param name="shown">The version that was shown.</param>
    /// <param name="request">The request.</param>
    /// <param name="answers">What was answered.</param>
    /// <param name="to">Whom it is handed to.</param>
    public static LogoAct? Of(string entry, int shown, LogoRequest request, Answers answers, LogoActor? to)
    {
        var words = answers.Words("comment") ?? "";
        var facts = request.Facts;
        return entry switch
        {
            "approve" => new LogoAct.Approve(shown, Narrowed(PermitScope.Whole(facts), facts, answers)),
            "return" => new LogoAct.Return(
                shown, [.. Options(answers, "fields").Select(Read<LogoField>)], words),
            "refuse" => new LogoAct.Refuse(shown, Read<RefusalReason>(answers.Words("why")!), words),
            "amend" when request.Scope is { } scope => new LogoAct.Amend(
                shown, Narrowed(scope, facts, answers), words),
            "revoke" => new LogoAct.Revoke(shown, words),
            "hand_on" when to is not null => new LogoAct.HandOn(to),
            _ => null,
        };
    }

    /// <summary>A value of an enumeration as a button carries it.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static T Read<T>(string code)
        where T : struct, Enum => Enum.GetValues<T>().Single(value => Code(value) == code);

    private static IReadOnlyList<string> Options(Answers answers, string slot) =>
        answers.Find<SlotValue.Choices>(slot)?.Options ?? [];

    // What was skipped stays as it was.
    private static PermitScope Narrowed(PermitScope scope, LogoFacts facts, Answers answers)
    {
        var picked = Options(answers, "materials")
            .Select(option => facts.Materials[int.Parse(option, CultureInfo.InvariantCulture)]).ToList();
        var days = answers.Find<SlotValue.Period>("dates");
        var terms = answers.Find<SlotValue.Text>("terms")?.Words.Split(
            '\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return scope with
        {
            Materials = picked.Count > 0 ? picked : scope.Materials,
            Dates = days is null ? scope.Dates : new DayRange(days.From, days.To),
            Conditions = terms ?? scope.Conditions,
        };
    }
}
