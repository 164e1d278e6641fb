using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Host.Running;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Host.Commands;

/// <summary><c>ruhani run</c>: the host. Whatever stops the start is one line each on standard error.</summary>
internal static class RunCommand
{
    public static async Task<int> ExecuteAsync(string[] settings, CancellationToken token)
    {
        var problems = ConfigurationCheck.Check(Settings.Read(settings));
        if (problems.Count > 0)
        {
            return await RefuseAsync(problems);
        }

        WebApplication? app = null;
        try
        {
            app = BotHost.Build(settings);
            var contentProblems = await BotHost.PrepareAsync(app, token);
            if (contentProblems.Count > 0)
            {
                return await RefuseAsync(contentProblems.Select(problem => problem.ToString()));
            }

            await StartAsync(app, token);

            // Reading the content leaves more garbage than thousands of turns: give it back now.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            foreach (var url in app.Urls)
            {
                Console.WriteLine($"Ruhani.Bot is ready: {url.TrimEnd('/')}/");
            }

            await app.WaitForShutdownAsync(token);
            return CommandLine.Ok;
        }
        catch (Exception e) when (e is StoreUnavailableException or OptionsValidationException)
        {
            return await RefuseAsync([e.Message]);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return await RefuseAsync([$"Urls: {e.Message} Stop the other program, or set Urls to another port."]);
        }
        finally
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }
        }
    }

    // What had begun is stopped and not only dropped: a service that had no time to run would be logged as failed.
    private static async Task StartAsync(WebApplication app, CancellationToken token)
    {
        try
        {
            await app.StartAsync(token);
        }
        catch
        {
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static async Task<int> RefuseAsync(IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        return CommandLine.Failed;
    }
}
