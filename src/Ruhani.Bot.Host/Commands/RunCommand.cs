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

        var app = BotHost.Build(settings);
        await using (app.ConfigureAwait(false))
        {
            try
            {
                var contentProblems = await BotHost.PrepareAsync(app, token);
                if (contentProblems.Count > 0)
                {
                    return await RefuseAsync(contentProblems.Select(problem => problem.ToString()));
                }

                await app.StartAsync(token);
            }
            catch (Exception e) when (e is StoreUnavailableException or IOException or InvalidOperationException)
            {
                return await RefuseAsync([e.Message]);
            }

            foreach (var url in app.Urls)
            {
                Console.WriteLine($"Ruhani.Bot is ready: {url.TrimEnd('/')}/");
            }

            await app.WaitForShutdownAsync(token);
        }

        return CommandLine.Ok;
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
