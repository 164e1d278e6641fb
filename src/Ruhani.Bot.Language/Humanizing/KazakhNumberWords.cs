using Humanizer;

namespace Ruhani.Bot.Linguistics.Humanizing;

/// <summary>Humanizer's numbers in Kazakh words, which know neither gender nor short forms.</summary>
internal sealed class KazakhNumberWords : INumberToWordsConverter
{
    public string Convert(long number) => KazakhNumerals.Words(number);

    public string Convert(long number, WordForm wordForm) => KazakhNumerals.Words(number);

    public string Convert(long number, bool addAnd) => KazakhNumerals.Words(number);

    public string Convert(long number, bool addAnd, WordForm wordForm) => KazakhNumerals.Words(number);

    public string Convert(long number, GrammaticalGender gender, bool addAnd = true) => KazakhNumerals.Words(number);

    public string Convert(long number, WordForm wordForm, GrammaticalGender gender, bool addAnd = true) =>
        KazakhNumerals.Words(number);

    public string ConvertToOrdinal(int number) => KazakhNumerals.Ordinal(number);

    public string ConvertToOrdinal(int number, WordForm wordForm) => KazakhNumerals.Ordinal(number);

    public string ConvertToOrdinal(int number, GrammaticalGender gender) => KazakhNumerals.Ordinal(number);

    public string ConvertToOrdinal(int number, GrammaticalGender gender, WordForm wordForm) =>
        KazakhNumerals.Ordinal(number);

    public string ConvertToTuple(int number) => KazakhNumerals.Words(number);
}
