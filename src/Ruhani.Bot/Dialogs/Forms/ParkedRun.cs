namespace Ruhani.Bot.Dialogs.Forms;

/// <summary>A form that was put aside with its answers; kept 30 days.</summary>
/// <param name="Run">The form, as it stood.</param>
/// <param name="At">When it was put aside, Unix milliseconds.</param>
/// <param name="IsOutdated">True when its dialog has changed since: only its answers count.</param>
public sealed record ParkedRun(DialogRun Run, long At, bool IsOutdated = false);
