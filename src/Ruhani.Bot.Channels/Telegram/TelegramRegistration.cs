using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Staff;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>Adds the Telegram channel to a host.</summary>
public static class TelegramRegistration
{
    /// <summary>
    /// Registers the channel when <c>Telegram:Token</c> is set, and nothing otherwise. Call it after the core's
    /// services: hosted services stop in the reverse order, so receiving ends before the outbox does. Needs
    /// <see cref="Turns.ITurnRunner"/>, <see cref="Dialogs.ICommandCatalog"/>, <see cref="Storage.IFileStore"/> and
    /// <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddTelegramChannel(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(TelegramOptions.Section);
        if (string.IsNullOrWhiteSpace(section[nameof(TelegramOptions.Token)]))
        {
            return services;
        }

        services.AddOptions<TelegramOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<OwnAddresses>();
        services.TryAddSingleton(TelegramBackoff.Default);
        services.AddSingleton(provider =>
            new TelegramIdentity(provider.GetRequiredService<IOptions<TelegramOptions>>().Value.Token));
        services.AddSingleton<TelegramWire>();
        services.AddSingleton<TelegramCallbackAnswers>();
        services.AddSingleton<TelegramUpdateHandler>();
        services.AddSingleton<TelegramCommandMenu>();
        services.AddSingleton<TelegramPoller>();
        services.AddSingleton<TelegramWebhook>();
        services.AddSingleton<TelegramFileSender>();
        services.AddSingleton<IFileSource, TelegramFileSource>();
        services.AddSingleton<IChannel, TelegramChannel>();
        services.AddSingleton<IStaffRoom, TelegramStaffRoom>();
        services.AddHostedService<TelegramReceiver>();
        return services;
    }

    /// <summary>
    /// Maps <c>POST /telegram/webhook</c> when the channel is on and has a webhook address; a bot that polls has no
    /// door.
    /// </summary>
    public static IEndpointRouteBuilder MapTelegramChannel(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.ServiceProvider;
        if (services.GetService<TelegramWebhook>() is not { } webhook
            || string.IsNullOrEmpty(services.GetRequiredService<IOptions<TelegramOptions>>().Value.WebhookUrl))
        {
            return app;
        }

        app.MapPost(TelegramOptions.WebhookPath, async context =>
                context.Response.StatusCode = await webhook.ReceiveAsync(context.Request).ConfigureAwait(false))
            .WithMetadata(new BodyLimit(TelegramWebhook.MaxBody));
        return app;
    }

    // The ready attribute would bring the whole of MVC into memory.
    private sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
