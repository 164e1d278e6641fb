using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Ruhani.Bot.PersonalData;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>Puts the WhatsApp channel into the host; it stays off without its credentials.</summary>
public static class WhatsAppSetup
{
    /// <summary>Where Meta calls us.</summary>
    public const string WebhookPath = "/whatsapp/webhook";

    /// <summary>
    /// Registers the channel when the section <c>WhatsApp</c> has any of its credentials; a half-filled or wrong
    /// section stops the start with one line. Needs <see cref="Turns.ITurnRunner"/>,
    /// <see cref="Outbox.IDeliveryReceipts"/>, <see cref="Storage.IStore"/> and <see cref="Storage.IFileStore"/> from
    /// the host.
    /// </summary>
    public static IServiceCollection AddWhatsAppChannel(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (!WhatsAppOptions.IsConfigured(configuration))
        {
            return services;
        }

        services.AddOptions<WhatsAppOptions>()
            .Bind(configuration.GetSection(WhatsAppOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<WhatsAppOptions>, WhatsAppOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<OwnAddresses>();
        services.AddSingleton<GraphClient>();
        services.AddSingleton<WhatsAppPeople>();
        services.AddSingleton<WhatsAppReadMarks>();
        services.AddSingleton<WhatsAppFileSender>();
        services.AddSingleton<IFileSource, WhatsAppFileSource>();
        services.AddSingleton<WhatsAppTemplateStops>();
        services.AddSingleton<IPersonalData, WhatsAppPersonalData>();
        services.AddSingleton<WhatsAppInbox>();
        services.AddSingleton<WhatsAppWebhook>();
        services.AddSingleton<IChannel, WhatsAppChannel>();
        return services;
    }

    /// <summary>Maps <c>GET</c> and <c>POST /whatsapp/webhook</c>; nothing while the channel is off.</summary>
    public static IEndpointRouteBuilder MapWhatsAppChannel(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var isOn = endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>();
        if (isOn.IsService(typeof(WhatsAppWebhook)))
        {
            endpoints.MapGet(WebhookPath, (HttpRequest request, WhatsAppWebhook webhook) => webhook.Verify(request));
            endpoints.MapPost(
                WebhookPath,
                (HttpRequest request, WhatsAppWebhook webhook, CancellationToken aborted) =>
                    webhook.ReceiveAsync(request, aborted));
        }

        return endpoints;
    }
}
