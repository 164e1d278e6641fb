using System.Text;

namespace Ruhani.Bot.Benchmarks.Store;

/// <summary>Documents and messages of the size a real turn writes.</summary>
internal static class Sample
{
    private const string Words =
        "Бағдарлама туралы сұрағыңызға жауап: жоба кеңсесі аймақта жүзеге асырылатын іс-шараларды үйлестіреді. ";

    /// <summary>About 1.1 KB in UTF-8.</summary>
    public static string State(long version) =>
        $$"""
        {"language":"kk","dialog":"ask","turns":{{version}},"slots":{"city":"Өскемен"},"topics":["{{Fill(500)}}"]}
        """;

    /// <summary>About 1.3 KB in UTF-8; with what is around it, the message comes to 1.7 KB.</summary>
    public static string Text { get; } = Fill(740);

    private static string Fill(int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(Words);
        }

        return text.ToString(0, length);
    }
}
