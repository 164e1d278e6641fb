using System.Globalization;
using Humanizer;

namespace Ruhani.Bot.Linguistics.Humanizing;

/// <summary>
/// Teaches Humanizer Kazakh, which it answers in English without a word of warning (its release of this version knows
/// no <c>kk</c>).
/// </summary>
/// <remarks>
/// Humanizer freezes its registries at their first use, so this must run before anything is humanised: when the bot is
/// put together. <see cref="IsRegistered"/> tells whoever depends on it.
/// </remarks>
public static class KazakhHumanizer
{
    private const string Code = "kk";
    private static readonly Lock Gate = new();

    /// <summary>The culture to pass to Humanizer, never the ambient one.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("kk-KZ");

    /// <summary>True once Kazakh is there.</summary>
    public static bool IsRegistered { get; private set; }

    /// <summary>Registers Kazakh; calling it again does nothing.</summary>
    /// <exception cref="InvalidOperationException">Humanizer was used before.</exception>
    public static void Register()
    {
        lock (Gate)
        {
            if (IsRegistered)
            {
                return;
            }

            var dates = new KazakhDates();
            Configurator.Formatters.Register(Code, new KazakhFormatter());
            Configurator.NumberToWordsConverters.Register(Code, new KazakhNumberWords());
            Configurator.Ordinalizers.Register(Code, new KazakhOrdinalizer());
            Configurator.CollectionFormatters.Register(Code, new KazakhCollectionFormatter());
            Configurator.DateToOrdinalWordsConverters.Register(Code, dates);
            Configurator.DateOnlyToOrdinalWordsConverters.Register(Code, dates);
            Configurator.TimeOnlyToClockNotationConverters.Register(Code, dates);
            IsRegistered = true;
        }
    }
}
