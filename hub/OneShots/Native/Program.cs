using System;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Startup;
using IntegrationHub.OneShots;

HugePages.Advise();
using var interrupt = new Interrupt();
return await OneShotCommandLine.RunAsync(args, Console.Out, Console.Error, !Console.IsErrorRedirected, interrupt.Token);
