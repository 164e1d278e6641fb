using Microsoft.Extensions.DependencyInjection;
using Ruhani.Bot.Documents.Certificates;
using Ruhani.Bot.Documents.Charts;
using Ruhani.Bot.Documents.Codes;
using Ruhani.Bot.Documents.Tables;
using Ruhani.Bot.Logo;

namespace Ruhani.Bot.Documents;

/// <summary>Adds what makes documents to a host.</summary>
public static class DocumentServices
{
    /// <summary>
    /// Registers codes, permits, charts, and one table writer for each format. Nothing is loaded before the first use.
    /// </summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<IQrCodes, QrCodes>();
        services.AddSingleton<ICertificatePrinter, CertificatePrinter>();
        services.AddSingleton<IChartDrawer, BarChartDrawer>();
        services.AddSingleton<ITableWriter, CsvTableWriter>();
        services.AddSingleton<ITableWriter, JsonTableWriter>();
        services.AddSingleton<ITableWriter>(new XlsxTableWriter());
        return services;
    }
}
