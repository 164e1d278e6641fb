namespace Ruhani.Bot.Documents;

/// <summary>Draws charts for a phone's chat.</summary>
public interface IChartDrawer
{
    /// <summary>
    /// Bars of one or several parts each, one under another, as a PNG on a light ground: every bar with its words above
    /// it and its numbers in it or beside it, so that nothing hangs on colour alone.
    /// </summary>
    byte[] Draw(BarChart chart);
}
