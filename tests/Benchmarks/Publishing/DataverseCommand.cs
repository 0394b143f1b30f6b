using System.CommandLine;
using System.Diagnostics;
using System.Net;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Crm.Dataverse;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems.Dataverse;
using IntegrationHub.Hub.Sinks;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Outgoing;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>People pushed from a change log into the Dataverse fake with its service protection on, on a fast clock: how many requests were wasted, and whether every contact is right at the end.</summary>
internal static class DataverseCommand
{
    private const int Page = 1000;
    private const string Secret = "HUB_BENCH_DATAVERSE";

    public static Command Command()
    {
        var contacts = new Option<int>("--contacts") { DefaultValueFactory = _ => 100_000, Description = "people to push" };
        var batch = new Option<int>("--batch") { DefaultValueFactory = _ => 100, Description = "operations in a batch; 1: a request each" };
        var cost = new Option<int>("--cost") { DefaultValueFactory = _ => 20, Description = "milliseconds of execution time an operation counts for" };
        var budget = new Option<bool>("--budget") { Description = "the connection knows the limit itself (rate: 6000/5min)" };
        var factor = new Option<int>("--factor") { DefaultValueFactory = _ => 30, Description = "how many times as fast the clock runs" };
        var command = new Command("dataverse", "contacts pushed to the Dataverse fake with its limits on") { contacts, batch, cost, budget, factor };
        command.SetAction((result, token) => RunAsync(
            result.GetValue(contacts), result.GetValue(batch), TimeSpan.FromMilliseconds(result.GetValue(cost)), result.GetValue(budget), new FastClock(result.GetValue(factor)), token));
        return command;
    }

    private static async Task RunAsync(int contacts, int batch, TimeSpan cost, bool budget, FastClock clock, CancellationToken cancellationToken)
    {
        await using var log = await SyntheticLog.OpenAsync(Page, cancellationToken);
        while ((await log.Stores.Store.LoadStateAsync(cancellationToken)).GoldenCount < contacts)
        {
            await log.CommitAsync(cancellationToken);
        }

        await using var crm = await SandboxServer.StartAsync(new DataverseSandbox { OperationCost = cost }, new SandboxOptions { Time = clock, People = 10 }, cancellationToken);
        var settings = Settings(crm.Address, batch, budget);
        var connector = new DataverseConnector();
        var context = new ConnectionContext { Connection = "dynamics", StateFolder = Path.GetTempPath(), Time = clock };
        var mapping = Mapping();
        var (began, seconds) = (clock.GetUtcNow(), await PushAsync(log, connector.OpenSink(settings, context), mapping, clock, cancellationToken));
        var (all, throttled) = crm.Requests;
        Console.WriteLine(FormattableString.Invariant(
            $"{log.Last} changes of {contacts}+ people, batches of {batch}{(budget ? ", budget known" : "")}: {all} requests, {throttled} answered 429 ({(double)throttled / all:P2} wasted, bar 5 %), {(clock.GetUtcNow() - began).TotalMinutes:F1} min on the service's clock, {seconds:F0} s in all"));
        var right = await ContactCheck.RunAsync(log, connector.OpenSource(settings, context), mapping, cancellationToken);
        Console.WriteLine(right);
    }

    private static async Task<double> PushAsync(SyntheticLog log, ISink sink, OutgoingMapping mapping, FastClock clock, CancellationToken cancellationToken)
    {
        var subscription = new Subscription
        {
            Name = "crm-out", Contract = SyntheticLog.Contract with { Name = "crm-out" }, Channel = ChannelKind.Sink, Sink = new SinkTarget("dynamics", null), WithValues = true, Parallel = 1000, Window = 4000,
        };
        var memory = new SinkMemory(log.Stores.Operations, subscription.Name, (await log.Stores.Store.LoadStateAsync(cancellationToken)).IdKey);
        await using var channel = new CountingChannel(new PatientChannel(new SinkChannel(subscription, sink, mapping, memory, clock, NullLogger.Instance), clock));
        var sender = await log.SenderAsync(subscription, channel, 0, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        Task running = sender.RunAsync(stop.Token);
        while (channel.Taken < log.Last && !running.IsCompleted)
        {
            await Task.Delay(50, cancellationToken);
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return seconds;
    }

    private static DataverseSettings Settings(Uri address, int batch, bool budget)
    {
        Environment.SetEnvironmentVariable(Secret, SandboxContext.Secret);
        return new DataverseSettings
        {
            Url = BaseAddress.Of(address),
            Auth = new AuthSettings
            {
                ClientCredentials = new ClientCredentialsSettings { TokenUrl = new Uri(address, DataverseSandbox.TokenPath), ClientId = "hub", ClientSecret = new Secret("env:" + Secret), Scope = "bench" },
            },
            Network = new NetworkSettings { Allow = [new NetworkRange(IPNetwork.Parse("127.0.0.0/8"))] },
            Rate = budget ? RateLimit.Parse("6000/5min") : null,
            TimeoutSeconds = 3600,
            PageSize = 5000,
            Columns = ["gru_goldenid", "lastname", "firstname", "gru_nomnaissance", "gru_prenoms", "gru_birthdate_raw", "gru_lieunaissance", "gendercode", "birthdate", "emailaddress1", "mobilephone", "address1_line1", "address1_line2", "address1_postalcode", "address1_city", "donotbulkemail", "statecode", "modifiedon"],
            Write = new DataverseWriteSettings { Batch = batch },
        };
    }

    private static OutgoingMapping Mapping()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, "mappings", "catalog", "dynamics.yaml");
            if (File.Exists(file))
            {
                return MappingCompiler.CompileFile(file).Outgoing ?? throw new InvalidDataException("dynamics.yaml does not compile");
            }
        }

        throw new FileNotFoundException("mappings/catalog/dynamics.yaml: run the benchmark inside the repository");
    }
}
