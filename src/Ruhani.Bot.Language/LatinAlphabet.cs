namespace Ruhani.Bot.Linguistics;

/// <summary>The Latin spellings of Kazakh that people use or have been taught.</summary>
public enum LatinAlphabet
{
    /// <summary>The decree of October 2017, with apostrophes: <c>ag'ash</c>.</summary>
    Apostrophes2017,

    /// <summary>The decree of February 2018, with acutes: <c>ǵylym</c>.</summary>
    Acutes2018,

    /// <summary>The draft of November 2019, with umlauts and cedillas: <c>ğılım</c>.</summary>
    Draft2019,

    /// <summary>The alphabet approved in April 2021: <c>ğylym</c>, <c>ūlt</c>, <c>bılım</c>.</summary>
    Approved2021,

    /// <summary>Plain letters as in chats: <c>gylym</c>, <c>ult</c>, <c>bilim</c>.</summary>
    Casual,
}
