using Microsoft.Extensions.DependencyInjection;
using Ruhani.Bot.Documents.Certificates;
using Ruhani.Bot.Documents.Codes;
using Ruhani.Bot.Logo;

namespace Ruhani.Bot.Documents;

/// <summary>Adds what makes documents to a host.</summary>
public static class DocumentServices
{
    /// <summary>Registers codes and permits. Nothing is loaded before the first use.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<IQrCodes, QrCodes>();
        services.AddSingleton<ICertificatePrinter, CertificatePrinter>();
        return services;
    }
}
