namespace Ruhani.Bot.Knowledge;

/// <summary>
/// Something people ask that the guide doesn't say: other programmes, salaries, the weather. What looks more like one
/// of these than like an entry is not answered by the entry.
/// </summary>
/// <param name="Id">Its name in <c>localization/{kk,ru}/outside.yaml</c>.</param>
/// <param name="Kazakh">How it is asked in Kazakh.</param>
/// <param name="Russian">How it is asked in Russian.</param>
public sealed record OutsideTopic(string Id, IReadOnlyList<string> Kazakh, IReadOnlyList<string> Russian);
