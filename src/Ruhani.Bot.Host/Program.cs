using System.Text;
using Ruhani.Bot.Host.Commands;

Console.OutputEncoding = Encoding.UTF8;
return await CommandLine.RunAsync(args);
