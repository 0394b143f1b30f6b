using IntegrationHub.Host.Cli;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
return await HostCommandLine.RunAsync(args, Console.Out, Console.Error, !Console.IsErrorRedirected, stop.Token);
