using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Channels.WebChat.BotFramework;
using Ruhani.Bot.Channels.WebChat.DirectLine;
using Ruhani.Bot.Channels.WebChat.Page;
using Ruhani.Bot.Channels.WebChat.Uploads;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Staff;

namespace Ruhani.Bot.Channels.WebChat;

/// <summary>Puts the web chat into a host.</summary>
public static class WebChatRegistration
{
    private static readonly TimeSpan PostPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Adds the channels <c>webchat</c> and <c>botframework</c> with their settings (section <c>WebChat</c>); nothing
    /// when <see cref="WebChatOptions.Enabled"/> is false. Needs an <c>IStore</c>, an <c>IFileStore</c> and an
    /// <c>ITurnRunner</c>.
    /// </summary>
    public static IServiceCollection AddWebChatChannel(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(WebChatOptions.Section);
        services.AddOptions<WebChatOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebChatOptions>, WebChatOptionsValidator>();
        if (!section.GetValue(nameof(WebChatOptions.Enabled), true))
        {
            return services;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SigningKey>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<ConversationLogs>();
        services.AddSingleton<DirectLineGate>();
        services.AddSingleton<ActivityIntake>();
        services.AddSingleton<ConversationEndpoints>();
        services.AddSingleton<ActivityEndpoints>();
        services.AddSingleton<UploadEndpoints>();
        services.AddSingleton<StreamEndpoint>();
        services.AddSingleton<UploadStore>();
        services.AddSingleton<SentFiles>();
        services.AddSingleton<IFileSource, UploadSource>();
        services.AddSingleton<IStandingRoles, DemoRoles>();
        services.AddSingleton<IPersonalData, WebChatPersonalData>();
        services.AddSingleton<PageEndpoints>();
        services.AddSingleton<IChannel, WebChatChannel>();
        services.AddSingleton<Retention>();
        services.AddHostedService(provider => provider.GetRequiredService<Retention>());
        AddBotFramework(services);
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<WebChatOptions>>((cors, chat) => cors.AddPolicy(
            DirectLineRoutes.CorsPolicy,
            policy => policy.WithOrigins([.. chat.Value.AllowedOrigins]).AllowAnyMethod().AllowAnyHeader()));
        return services;
    }

    private static void AddBotFramework(IServiceCollection services)
    {
        services.AddSingleton<ServiceAddresses>();
        services.AddSingleton<ReplyWaiters>();
        services.AddSingleton<ConnectorTokens>();
        services.AddSingleton<CallerCheck>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<IChannel, BotFrameworkChannel>();
        services.AddSingleton<IFileSource, ServiceFileSource>();

        // A redirect would lead to an address that nobody checked.
        services.AddHttpClient(BotFrameworkChannel.ChannelName, client => client.Timeout = PostPatience)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    /// <summary>
    /// Maps the page at <c>/</c>, Direct Line under <c>/v3/directline</c> and <c>/api/messages</c>; nothing when the
    /// web chat is off. Call it before the host's own middleware ends.
    /// </summary>
    public static WebApplication MapWebChatChannel(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<WebChatOptions>>().Value;
        if (!options.Enabled)
        {
            return app;
        }

        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive });
        app.UseCors();
        DirectLineRoutes.Map(app);
        PageRoutes.Map(app);
        app.MapPost("/api/messages", (Delegate)app.Services.GetRequiredService<MessagesEndpoint>().TakeAsync);
        return app;
    }
}
