using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Ruhani.Bot.Content;
using Ruhani.Bot.Testing;
using Ruhani.Bot.Testing.Content;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Content;

public sealed class ContentWatcherTests : IDisposable
{
    private const string File = "localization/ru/texts/thanks.yaml";
    private readonly ContentFiles _files = new();
    private readonly LogLines _log = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ContentStore _store;
    private readonly ContentWatcher _watcher;

    public ContentWatcherTests()
    {
        _store = ContentMistakesTests.Store(_files.Folder);
        Assert.Empty(_store.Load());
        _watcher = new ContentWatcher(_store, _time, _log.For<ContentWatcher>());
    }

    private string Thanks => _store.Current.Texts.Label(Language.Russian, "thanks.welcome");

    public void Dispose()
    {
        _watcher.Dispose();
        _files.Dispose();
    }

    [Fact]
    public void A_changed_file_is_taken_over_and_a_turn_in_hand_keeps_what_it_began_with()
    {
        var before = _store.Current;
        _files.Write(File, "welcome: На здоровье.\n");
        _watcher.Reload();
        Assert.Equal("На здоровье.", Thanks);
        Assert.StartsWith(
            "Пожалуйста", before.Texts.Label(Language.Russian, "thanks.welcome"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_keeps_the_content_in_force_and_is_logged_with_its_line()
    {
        var before = _store.Current;
        _files.Write(File, "\nwelcome: '**'\n");
        _files.Write("localization/kk/texts/thanks.yaml", "welcome: Тағы келіңіз.\n");
        _watcher.Reload();
        Assert.Same(before, _store.Current);
        Assert.Contains(
            _log.All,
            line => line.Level == LogLevel.Error && line.Text.StartsWith($"{File}:2: ", StringComparison.Ordinal));

        _files.Write(File, "welcome: Приходите ещё.\n");
        _watcher.Reload();
        Assert.Equal("Приходите ещё.", Thanks);
    }

    [Fact]
    public void A_folder_that_is_gone_for_a_moment_keeps_the_content_in_force()
    {
        Directory.Delete(_files.PathOf("localization"), recursive: true);
        _watcher.Reload();
        Assert.StartsWith("Пожалуйста", Thanks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_moved_away_is_noticed()
    {
        await _watcher.StartAsync(TestContext.Current.CancellationToken);
        Directory.Move(_files.PathOf("localization/kk/knowledge"), _files.PathOf("localization-knowledge"));
        var deadline = TimeProvider.System.GetTimestamp();
        while (!_log.All.Any(line => line.Text.Contains("folder is missing", StringComparison.Ordinal)))
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(30), "The move was not noticed.");
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_the_only_problem_of_its_entries()
    {
        _files.Write("localization/ru/knowledge/logo.yaml", "entries: [\n");
        var problems = _store.Load();
        Assert.DoesNotContain(
            problems, problem => problem.ToString().Contains("has no text in", StringComparison.Ordinal));
        Assert.NotEmpty(problems);
    }

    [Fact]
    public async Task A_saved_file_is_noticed_half_a_second_after_the_last_change()
    {
        await _watcher.StartAsync(TestContext.Current.CancellationToken);
        _files.Write(File, "welcome: На здоровье.\n");
        var deadline = TimeProvider.System.GetTimestamp();
        while (Thanks != "На здоровье.")
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(30), "The change was not noticed.");
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await _watcher.StopAsync(TestContext.Current.CancellationToken);
        _files.Write(File, "welcome: Не читать.\n");
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("На здоровье.", Thanks);
    }

    [Fact]
    public void Before_the_first_good_load_there_is_no_content()
    {
        _files.Write(File, "welcome: '**'\n");
        var store = ContentMistakesTests.Store(_files.Folder);
        Assert.NotEmpty(store.Load());
        Assert.Throws<InvalidOperationException>(() => store.Current);
    }
}
