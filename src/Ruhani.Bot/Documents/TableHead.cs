namespace Ruhani.Bot.Documents;

/// <summary>What a table is, before its rows.</summary>
/// <param name="Title">Its name in the reader's language.</param>
/// <param name="Columns">Its columns in order.</param>
public sealed record TableHead(string Title, IReadOnlyList<TableColumn> Columns);

/// <summary>A column.</summary>
/// <param name="Id">What programs call it: Latin letters, digits and <c>_</c>, unique in its table.</param>
/// <param name="Title">What people call it, in the reader's language.</param>
/// <param name="Width">About how many characters it should show.</param>
public sealed record TableColumn(string Id, string Title, int Width = 20);
