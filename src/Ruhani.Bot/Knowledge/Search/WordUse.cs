namespace Ruhani.Bot.Knowledge.Search;

/// <summary>How many entries use a word, and of which kinds. Entries are to be added in their order.</summary>
internal sealed class WordUse
{
    private const double Doubt = 2;

    /// <summary>The kind of what is outside the guide.</summary>
    public static readonly int Outside = Enum.GetValues<EntryKind>().Length;

    private readonly int[] _ofKind = new int[Outside + 1];
    private int _last = -1;

    public int Entries { get; private set; }

    public void Add(int entry, int kind)
    {
        if (entry != _last)
        {
            _last = entry;
            _ofKind[kind]++;
            Entries++;
        }
    }

    /// <summary>By kind: natural log of how much oftener its entries use the word than the others do.</summary>
    public float[] OddsAgainst(WordUse all)
    {
        var odds = new float[_ofKind.Length];
        for (var kind = 0; kind < odds.Length; kind++)
        {
            // Drawn towards what all entries do, so that a kind of two entries says little.
            var doubt = Doubt * Entries / all.Entries;
            var share = (_ofKind[kind] + doubt) / (all._ofKind[kind] + Doubt);
            var others = (Entries - _ofKind[kind] + doubt) / (all.Entries - all._ofKind[kind] + Doubt);
            odds[kind] = (float)Math.Log(share / others);
        }

        return odds;
    }
}
