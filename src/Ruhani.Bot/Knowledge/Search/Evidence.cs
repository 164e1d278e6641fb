namespace Ruhani.Bot.Knowledge.Search;

/// <summary>What is known about how well the best entry fits, from which follows whether to answer with it.</summary>
/// <param name="Score">Its score.</param>
/// <param name="Rival">The next entry's score as a part of it.</param>
/// <param name="Coverage">How much of its best name the question covers.</param>
/// <param name="Precision">
/// How much of the question that name accounts for, with a part of what the entry's others do.
/// </param>
/// <param name="Explained">How much of the question its other names and its text account for.</param>
/// <param name="Known">How much of the question the entry has words for at all.</param>
/// <param name="Misfits">How many things are asked for (who, when, how many …) that nobody asks this entry for.</param>
/// <param name="Unknown">How much of the question no entry knows.</param>
/// <param name="Strange">How much of the question is words that no entry is called or asked by.</param>
/// <param name="Weight">What the question's words weigh together.</param>
/// <param name="Outside">The score of the best topic that is not in the guide, as a part of it.</param>
/// <param name="OutsideOdds">
/// Natural log of how much oftener the question's words are used for what is not in the guide.
/// </param>
internal readonly record struct Evidence(
    float Score,
    float Rival,
    float Coverage,
    float Precision,
    float Explained,
    float Known,
    int Misfits,
    float Unknown,
    float Strange,
    float Weight,
    float Outside,
    float OutsideOdds);
