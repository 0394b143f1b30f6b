using System.CommandLine;
using IntegrationHub.Host.Startup;
using IntegrationHub.Tests.Benchmarks.Accuracy;
using IntegrationHub.Tests.Benchmarks.Http;
using IntegrationHub.Tests.Benchmarks.Import;
using IntegrationHub.Tests.Benchmarks.Publishing;
using IntegrationHub.Tests.Benchmarks.Storage;
using IntegrationHub.Tests.Benchmarks.Yardsticks;

HugePages.Advise();

// Every benchmark is one command, one line here.
var root = new RootCommand("Benchmarks of IntegrationHub. Each prints its figures; RESULTS.md keeps the last quiet run.")
{
    AccuracyBenchmark.Command(),
    TownCommand.Command(),
    RepeatsCommand.Command(),
    FamiliesCommand.Command(),
    DenseCommand.Command(),
    BlobYardstick.Command(),
    ImportCommand.Command(),
    ReadStages.Command(),
    ReadLarge.Command(),
    StorageCommand.Command(),
    MatchSpeed.Command(),
    PairRate.Command(),
    KernelRate.Command(),
    BulkSpeed.Command(),
    GrowthCommand.Command(),
    IncrementalCommand.Command(),
    HttpReadCommand.Command(),
    PublishCommand.Command(),
    BusCommand.Command(),
    ToldCommand.Command(),
    CrowdCommand.Command(),
    DataverseCommand.Command(),
};
return await root.Parse(args).InvokeAsync();
