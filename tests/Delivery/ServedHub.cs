using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using IntegrationHub.Host.Settings;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Storage;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Tests.Delivery;

/// <summary>The shipped executable as its users start it: <c>serve</c> over a watched folder of the CRM's exports and one webhook subscription. It may be killed at any moment.</summary>
internal sealed class ServedHub : IDisposable
{
    public const string Subscription = "copy";
    public const int People = 60;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "IntegrationHub.Host.dll");
    private static readonly string[] Names = ["Kervadec", "Lemarchand", "Ouedraogo", "Dubreuil", "Nguyen", "Castaing", "Baptiste", "Zidane", "Quemeneur"];
    private static readonly string[] Given = ["Maëlys", "Tanguy", "Aminata", "Yvonne", "Corentin", "Solène", "Ghislaine", "Ronan", "Perrine", "Anatole", "Inès"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-served-");
    private readonly string? _database;
    private readonly string[] _connections;
    private int _files;

    private ServedHub(string? database, string[] connections) => (_database, _connections) = (database, connections);

    public StorageSettings Storage => _database is null
        ? new() { Directory = Data }
        : new() { Provider = StorageProvider.PostgreSql, ConnectionString = _database };

    /// <summary>The same hub, for a run inside this process.</summary>
    public HostSettings Settings => new() { Data = Data, Config = Path.Combine(_folder.FullName, "config") };

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Whether every file was taken to its end.</summary>
    public bool IsTaken => _connections.All(connection => Directory.GetFiles(Inbox(connection)).Length == 0
        && (!Directory.Exists(Processing(connection)) || Directory.GetFiles(Processing(connection)).Length == 0));

    /// <param name="endpoint">Where the subscriber listens.</param>
    /// <param name="secret">Signs what it is told.</param>
    /// <param name="database">Connection string of a PostgreSQL; null for the embedded default.</param>
    public static async Task<ServedHub> NewAsync(Uri endpoint, WebhookSecret secret, string? database = null)
    {
        var hub = new ServedHub(database, ["crm"]);
        await hub.ConnectAsync();
        await File.WriteAllTextAsync(Path.Combine(hub._folder.FullName, "secret"), secret.Reveal());
        var config = hub._folder.CreateSubdirectory("config");
        await File.WriteAllTextAsync(Path.Combine(config.CreateSubdirectory("subscriptions").FullName, $"{Subscription}.yaml"), $"""
            name: {Subscription}
            endpoint: {endpoint}
            allowedNetworks: [127.0.0.0/8]
            secrets: ["file:{hub._folder.FullName}/secret"]
            controller: "21330063500017"
            purpose: test
            legalBasis: public-task
            attributes: ["*"]
            sources: ["*"]
            withValues: true
            retry: 1s x1000; then park

            """);
        await using var stores = await RegistryStores.OpenAsync(hub.Storage);
        await new SubscriptionStates(stores.Operations, TimeProvider.System).ActivateAsync(Subscription, from: 0, "test", default);
        return hub;
    }

    /// <summary>Over the folders of these systems, on the embedded default, telling nobody.</summary>
    public static async Task<ServedHub> NewAsync(params string[] connections)
    {
        var hub = new ServedHub(null, connections);
        await hub.ConnectAsync();
        return hub;
    }

    /// <summary>A system exports who is new or changed: a file appears whole in its watched folder.</summary>
    public async Task ExportAsync(Random random, int people, string connection = "crm")
    {
        var text = new StringBuilder("contactid;salutation;lastname;firstname;gru_nomnaissance;gendercode;birthdate;gru_lieunaissance;emailaddress1;telephone1;mobilephone;address1_line1;address1_line2;address1_postalcode;address1_city;address1_country;donotbulkemail;modifiedon\r\n");
        var file = _files++;
        foreach (var person in Enumerable.Range(0, People).OrderBy(_ => random.Next()).Take(people))
        {
            // Every third is in the CRM twice, under one name and birth date.
            var who = person % 3 == 0 ? person : person - (person % 3) + 1;
            text.Append(CultureInfo.InvariantCulture, $"c{person};;{Names[who % Names.Length]};{Given[who % Given.Length]};;;{1 + (who * 5 % 28):00}/{1 + (who % 12):00}/{1930 + who};;");
            text.Append(CultureInfo.InvariantCulture, $"p{person}.{random.Next(5)}@town.example;;;;;;;;;{1 + (file % 28):00}/03/2026 12:{file % 60:00}\r\n");
        }

        var whole = Path.Combine(_folder.FullName, "export.tmp");
        await File.WriteAllTextAsync(whole, text.ToString());
        File.Move(whole, Path.Combine(Inbox(connection), $"export-{file:00000}.csv"));
    }

    /// <summary>Whether every file was taken and every change told.</summary>
    public async Task<bool> IsToldAsync()
    {
        await using var stores = await RegistryStores.OpenAsync(Storage);
        return IsTaken && (await stores.Operations.FindCursorAsync(Subscription, default))?.Sequence == await stores.Reader.FindLastChangeAsync(default)
            && (await stores.Operations.CountParkedAsync(Subscription, default)).Count == 0;
    }

    /// <summary>Starts a node; with <c>--standby</c> one that may wait for another.</summary>
    public Process Start(params IEnumerable<string> options)
    {
        var start = new ProcessStartInfo("dotnet",
            [Program, "serve", "--port", "0", "--data", Data, "--config", Path.Combine(_folder.FullName, "config"), "--lang", "en", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key).Where(name => name.StartsWith("HUB_", StringComparison.Ordinal)))
        {
            start.Environment.Remove(name);
        }

        if (_database is not null)
        {
            start.Environment["HUB_STORE"] = "postgresql";
            start.Environment["HUB_CONNECTION_STRING"] = "env:DATABASE_OF_THE_HUB";
            start.Environment["DATABASE_OF_THE_HUB"] = _database;
        }

        return Process.Start(start)!;
    }

    /// <summary>Lives until the condition, then dies by SIGKILL.</summary>
    /// <exception cref="InvalidOperationException">It ended by itself.</exception>
    public async Task RunAsync(Func<Process, Task> until)
    {
        using var process = Start();
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await until(process);
        if (process.HasExited)
        {
            throw new InvalidOperationException($"the hub ended with {process.ExitCode}: {string.Join(' ', await said)}");
        }

        process.Kill();
        await process.WaitForExitAsync();
        await said;
    }

    /// <summary>Takes the dead writer's lease away, as its running out does fifteen seconds later: for tests in which the wait for it proves nothing. On the embedded default.</summary>
    public async Task ForgetLeaseAsync()
    {
        await using var operations = new SqliteConnection($"Data Source={Path.Combine(Data, "operations.db")};Pooling=False");
        await operations.OpenAsync();
        await using var command = operations.CreateCommand();
        command.CommandText = "DELETE FROM leases WHERE Name = 'writer'";
        await command.ExecuteNonQueryAsync();
    }

    private string Inbox(string connection) => Path.Combine(_folder.FullName, "in", connection);

    private string Processing(string connection) => Path.Combine(Inbox(connection), "processing");

    private async Task ConnectAsync()
    {
        var folder = _folder.CreateSubdirectory("config").CreateSubdirectory("connections").FullName;
        foreach (var connection in _connections)
        {
            Directory.CreateDirectory(Inbox(connection));
            await File.WriteAllTextAsync(Path.Combine(folder, $"{connection}.yaml"), $"""
                name: {connection}
                connector: csv
                controller: "21330063500017"
                mapping: crm
                schedule: every 1s
                brake: off
                settings:
                  path: {Inbox(connection)}
                  key: [contactid]
                  pageSize: 5
                  settleSeconds: 0

                """);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
