namespace Ruhani.Bot.Linguistics;

/// <summary>A stem that a Kazakh word may have.</summary>
/// <param name="Text">In the form of <see cref="KazakhStemmer.Canonical"/>.</param>
/// <param name="Suffixes">How many suffixes were taken off.</param>
/// <param name="Verbal">
/// True when a verb's ending was among them; such a stem needs a vocabulary to vouch for it.
/// </param>
public readonly record struct KazakhStem(string Text, int Suffixes, bool Verbal);
