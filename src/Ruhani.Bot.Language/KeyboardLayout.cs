namespace Ruhani.Bot.Linguistics;

/// <summary>
/// What a text is when it was typed with the keyboard left on another layout. The letters of the Kazakh and Russian
/// layouts (ЙЦУКЕН) stand on the same keys; the Kazakh one adds ә і ң ғ ү ұ қ ө һ on 2 3 4 5 8 9 0 - =.
/// </summary>
public static class KeyboardLayout
{
    private const string Latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    private const string Cyrillic = "йцукенгшщзхъфывапролджэячсмитьбюё";
    private const string Row = "2345890-=";
    private const string RowKazakh = "әіңғүұқөһ";

    private static readonly char[] ToCyrillicTable = Table(
        Latin, Cyrillic, '{', 'х', '}', 'ъ', ':', 'ж', '"', 'э', '<', 'б', '>', 'ю', '~', 'ё');
    private static readonly char[] ToLatinTable = Table(Cyrillic, Latin);

    /// <summary>
    /// Lower-case text typed on the English layout, read on the Russian one or, with <paramref name="kazakhRow"/>, on
    /// the Kazakh one, where the number row is letters. <c>&amp;</c>, a question mark on the Russian layout, becomes
    /// one.
    /// </summary>
    public static string ToCyrillic(string typed, bool kazakhRow) => string.Create(
        typed.Length,
        (typed, kazakhRow),
        static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                var at = source.kazakhRow ? Row.IndexOf(source.typed[i]) : -1;
                target[i] = at >= 0 ? RowKazakh[at]
                    : source.typed[i] == '&' ? '?'
                    : Map(ToCyrillicTable, source.typed[i]);
            }
        });

    /// <summary>
    /// Lower-case text typed on the Russian or Kazakh layout, read on the English one: нщгегиу is youtube.
    /// </summary>
    public static string ToLatin(string typed) => string.Create(typed.Length, typed, static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
        {
            var at = RowKazakh.IndexOf(source[i]);
            target[i] = at >= 0 ? Row[at] : Map(ToLatinTable, source[i]);
        }
    });

    /// <summary>
    /// Lower-case Kazakh typed on the Russian layout, where the number row gives digits: 0аза0 is қазақ.
    /// </summary>
    public static string RowToKazakh(string typed) => string.Create(typed.Length, typed, static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
        {
            var at = Row.IndexOf(source[i]);
            target[i] = at >= 0 ? RowKazakh[at] : source[i];
        }
    });

    private static char Map(char[] table, char typed) =>
        typed < table.Length && table[typed] != '\0' ? table[typed] : typed;

    private static char[] Table(string from, string to, params ReadOnlySpan<char> more)
    {
        var table = new char[0x0530];
        for (var i = 0; i < from.Length; i++)
        {
            table[from[i]] = to[i];
        }

        for (var i = 0; i + 1 < more.Length; i += 2)
        {
            table[more[i]] = more[i + 1];
        }

        return table;
    }
}
