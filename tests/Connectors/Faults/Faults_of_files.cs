using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;
using IntegrationHub.Tests.Connectors.Files;
using Xunit.Abstractions;

namespace IntegrationHub.Tests.Connectors.Faults;

/// <summary>Every file connector meets every fault of files: nothing lost, nothing doubled, the right failure value, nothing personal in the log.</summary>
public sealed class Faults_of_files(ITestOutputHelper output)
{
    public static TheoryData<string> Connectors => [.. FileSubject.All.Select(subject => subject.Connector.Manifest.Name)];

    [Theory]
    [MemberData(nameof(Connectors))]
    public async Task No_fault_loses_or_doubles_a_record(string connector)
    {
        var subject = FileSubject.All.First(one => one.Connector.Manifest.Name == connector);
        var matrix = new FaultMatrix(connector, "source");
        var expected = await KeysAsync(subject);
        Assert.Equal(8, expected.Length);
        foreach (var fault in FileFault.All)
        {
            matrix.Add(fault.Name, await MeetAsync(subject, fault, expected), "all records, once each");
        }

        matrix.Add("someone holds it", await HeldAsync(subject, expected), "all records, once each");
        matrix.Add("permission denied", await DeniedAsync(subject, expected), Environment.IsPrivilegedProcess ? "the tests run as root, who may read everything" : "all records, once each");
        matrix.Add("slow disk", "not tested", "a file read has no time limit: the run waits, and stops when it is cancelled");
        await matrix.PrintAsync();
    }

    private async Task<string> MeetAsync(FileSubject subject, FileFault fault, string[] expected)
    {
        using var folder = new TestFolder();
        var log = new CapturedLog();
        var settings = subject.Settings(folder);
        fault.Meet(folder, subject);
        var first = Open(subject, folder, settings, log);
        var (begun, last) = await RunAsync(first, null, () => fault.During?.Invoke(folder, subject));

        var wanted = fault.Name == "random bytes" && begun.Failure is not null ? FailureKind.Refused : fault.Expected;
        Assert.True(begun.Failure?.Kind == wanted, $"{subject.Connector.Manifest.Name}, {fault.Name}: {begun.Failure?.Code ?? "no failure"} instead of {wanted}");
        fault.Mend(folder, subject);
        var (rest, _) = await RunAsync(Open(subject, folder, settings, log), last);

        Assert.Null(rest.Failure);
        SourceRecord[] all = [.. begun.Records, .. rest.Records];
        Assert.Equal(expected, all.Select(record => record.Key).Intersect(expected).Order(StringComparer.Ordinal));
        Assert.Equal(all.Length, all.Select(record => (record.Key, record.Version)).Distinct().Count());
        Assert.All(all.Where(record => expected.Contains(record.Key)), record => Assert.Contains(FileSubject.Name, Encoding.UTF8.GetString(record.Body.Span), StringComparison.Ordinal));
        Assert.All([.. log.Lines, begun.Failure?.Detail ?? ""], line => Assert.DoesNotContain(FileSubject.Name, line, StringComparison.Ordinal));
        output.WriteLine($"{subject.Connector.Manifest.Name}, {fault.Name}: {begun.Failure?.Code ?? "read"}, {begun.Rejected.Count} rejected");
        return begun.Failure is { } failure ? $"{failure.Kind} {failure.Code}" : begun.Rejected.Count > 0 ? $"rejected {begun.Rejected[0].Code}" : begun.Pages.Count == 0 ? "waits" : "read on";
    }

    private static async Task<string> HeldAsync(FileSubject subject, string[] expected)
    {
        using var folder = new TestFolder();
        var settings = subject.Settings(folder);
        var path = folder.Write($"in/{subject.File}", subject.Utf8);
        using (new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None))
        {
            var (held, _) = await RunAsync(Open(subject, folder, settings, new CapturedLog()), null);
            Assert.Empty(held.Pages);
            Assert.Null(held.Failure);
        }

        var (read, _) = await RunAsync(Open(subject, folder, settings, new CapturedLog()), null);
        Assert.Equal(expected, read.Records.Select(record => record.Key).Order(StringComparer.Ordinal));
        return "waits";
    }

    private static async Task<string> DeniedAsync(FileSubject subject, string[] expected)
    {
        using var folder = new TestFolder();
        var settings = subject.Settings(folder);
        var path = folder.Write($"in/{subject.File}", subject.Utf8);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        var (read, last) = await RunAsync(Open(subject, folder, settings, new CapturedLog()), null);
        if (Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
        {
            Assert.Equal(expected, read.Records.Select(record => record.Key).Order(StringComparer.Ordinal));
            return "not tested";
        }

        Assert.Equal(FailureKind.Denied, read.Failure?.Kind);
        foreach (var file in Directory.EnumerateFiles(folder.At("in"), subject.File, SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var (rest, _) = await RunAsync(Open(subject, folder, settings, new CapturedLog()), last);
        Assert.Equal(expected, rest.Records.Select(record => record.Key).Order(StringComparer.Ordinal));
        return $"{read.Failure!.Kind} {read.Failure.Code}";
    }

    private static async Task<string[]> KeysAsync(FileSubject subject)
    {
        using var folder = new TestFolder();
        var settings = subject.Settings(folder);
        folder.Write($"in/{subject.File}", subject.Utf8);
        var (read, _) = await RunAsync(Open(subject, folder, settings, new CapturedLog()), null);
        return [.. read.Records.Select(record => record.Key).Order(StringComparer.Ordinal)];
    }

    private static ISource Open(FileSubject subject, TestFolder folder, object settings, CapturedLog log) =>
        subject.Connector.OpenSource(settings, Csv.Context(folder) with { Log = log });

    // As a run does: each page is committed before the next is read.
    private static async Task<(Reading Reading, Checkpoint? Last)> RunAsync(ISource source, Checkpoint? after, Action? afterFirst = null)
    {
        var pages = new List<SourcePage>();
        await foreach (var read in source.ReadAsync(after, CancellationToken.None))
        {
            if (read is SourceRead.Failed(var failure))
            {
                return (new Reading(pages, failure), after);
            }

            var page = ((SourceRead.Page)read).Value;
            pages.Add(page);
            await source.CommittedAsync(after = page.Checkpoint, CancellationToken.None);
            if (pages.Count == 1)
            {
                afterFirst?.Invoke();
            }
        }

        return (new Reading(pages, null), after);
    }
}
