using Humanizer;

namespace Ruhani.Bot.Linguistics.Humanizing;

/// <summary>Humanizer's ordinals in digits: <c>3-ші</c>, <c>26-шы</c>.</summary>
internal sealed class KazakhOrdinalizer : IOrdinalizer
{
    public string Convert(int number, string numberString) => KazakhNumerals.OrdinalDigits(number);

    public string Convert(int number, string numberString, WordForm wordForm) => Convert(number, numberString);

    public string Convert(int number, string numberString, GrammaticalGender gender) => Convert(number, numberString);

    public string Convert(int number, string numberString, GrammaticalGender gender, WordForm wordForm) =>
        Convert(number, numberString);
}
