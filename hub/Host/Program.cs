using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Startup;

NativeOneShot.TakeOver(args);
HugePages.Advise();
using var interrupt = new Interrupt();
return await HostCommandLine.RunAsync(args, Console.Out, Console.Error, !Console.IsErrorRedirected, interrupt.Token);
