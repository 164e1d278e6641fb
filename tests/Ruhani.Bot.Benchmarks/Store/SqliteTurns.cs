using Microsoft.Data.Sqlite;

namespace Ruhani.Bot.Benchmarks.Store;

/// <summary>
/// The yardstick: SQLite with a write-ahead log and <c>synchronous=FULL</c>, one connection, a transaction a turn.
/// </summary>
internal sealed class SqliteTurns : ITurnStore
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _read;
    private readonly SqliteCommand _write;
    private readonly SqliteCommand _mark;
    private readonly SqliteCommand _send;
    private readonly SqliteCommand _remove;

    public SqliteTurns(string directory)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(directory, "sqlite.db")};Pooling=False");
        _connection.Open();
        Command("PRAGMA journal_mode=WAL").ExecuteScalar();
        Command("PRAGMA synchronous=FULL").ExecuteNonQuery();
        Command(
            """
            CREATE TABLE conversation(id TEXT PRIMARY KEY, version INTEGER, json TEXT) WITHOUT ROWID;
            CREATE TABLE seen(id TEXT PRIMARY KEY, at INTEGER) WITHOUT ROWID;
            CREATE TABLE outbox(id TEXT PRIMARY KEY, due INTEGER, json TEXT);
            """).ExecuteNonQuery();
        _begin = Command("BEGIN IMMEDIATE");
        _commit = Command("COMMIT");
        _read = Command("SELECT version FROM conversation WHERE id=$a", "$a");
        _write = Command("INSERT OR REPLACE INTO conversation VALUES($a,$b,$c)", "$a", "$b", "$c");
        _mark = Command("INSERT INTO seen VALUES($a,$b)", "$a", "$b");
        _send = Command("INSERT INTO outbox VALUES($a,$b,$c)", "$a", "$b", "$c");
        _remove = Command("DELETE FROM outbox WHERE id=$a", "$a");
    }

    public string Name => "SQLite WAL FULL";

    public async Task<string> TurnAsync(int conversation, long activity)
    {
        await _one.WaitAsync();
        try
        {
            _begin.ExecuteNonQuery();
            var id = $"telegram:{conversation}";
            var version = (long?)Set(_read, id).ExecuteScalar() ?? 0;
            Set(_write, id, version + 1, Sample.State(version)).ExecuteNonQuery();
            Set(_mark, $"telegram:{activity}", activity).ExecuteNonQuery();
            Set(_send, $"telegram:{activity}/1", activity, Sample.Text).ExecuteNonQuery();
            _commit.ExecuteNonQuery();
            return $"telegram:{activity}/1";
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task DeliveredAsync(IReadOnlyList<string> messages)
    {
        await _one.WaitAsync();
        try
        {
            _begin.ExecuteNonQuery();
            foreach (var message in messages)
            {
                Set(_remove, message).ExecuteNonQuery();
            }

            _commit.ExecuteNonQuery();
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _one.Dispose();
    }

    private static SqliteCommand Set(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command;
    }

    private SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter(name, null));
        }

        return command;
    }
}
