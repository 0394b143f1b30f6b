using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Linkage;
using IntegrationHub.Host.Texts;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed class Results_whole_or_not_at_all
{
    private const string People = "nom;prenom;date_naissance\nMorel;Anne;12/03/1974\nMOREL;ANNE;12/03/1974\n";

    private readonly string _folder = Shell.Folder();

    [Fact]
    public async Task A_dedupe_that_is_stopped_as_it_begins_to_write_leaves_the_old_results_and_nothing_else()
    {
        var (file, target, report) = (Shell.Write(_folder, "people.csv", People), Shell.Write(_folder, "out.csv", "old result"), Shell.Write(_folder, "r.txt", "old report"));
        using var stop = new CancellationTokenSource();
        using var error = new Interrupting(Words.English["dedupe.writing", "out.csv"], stop);
        var code = await HostCommandLine.RunAsync(["dedupe", file, "--model", "french", "--out", target, "--report", report, "--lang", "en"], TextWriter.Null, error, interactive: false, stop.Token);

        Assert.True(stop.IsCancellationRequested);
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("Stopped. No file is left half written", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("old result", await File.ReadAllTextAsync(target));
        Assert.Equal("old report", await File.ReadAllTextAsync(report));
        Assert.Equal(["out.csv", "people.csv", "r.txt"], Names());
    }

    [Fact]
    public async Task A_result_that_is_stopped_in_its_midst_leaves_the_old_one_and_nothing_else()
    {
        var target = Shell.Write(_folder, "out.csv", "old result");
        using var stop = new CancellationTokenSource();
        var linked = new LinkedFile(MatchModel.French, [], new Partition(), [.. Enumerable.Range(0, 100)]);
        var habit = TextHabit.Of(Shell.Write(_folder, "people.csv", People), default);
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ClusteredFile.WriteAsync(target, ';', habit, ["nom"], PagesAsync(stop.Token), linked, (_, _) =>
        {
            Assert.Equal("old result", File.ReadAllText(target));
            if (++seen == 10)
            {
                stop.Cancel();
            }
        }, stop.Token));
        Assert.InRange(seen, 10, 99);
        Assert.Equal("old result", await File.ReadAllTextAsync(target));
        Assert.Equal(["out.csv", "people.csv"], Names());
    }

    [Fact]
    public async Task A_result_that_cannot_be_written_to_its_end_leaves_the_old_one_or_none()
    {
        var (old, none) = (Shell.Write(_folder, "old.csv", "old result"), Path.Combine(_folder, "none.csv"));
        foreach (var target in (string[])[old, none])
        {
            await Assert.ThrowsAsync<IOException>(() => WholeFile.WriteAsync(target, async part =>
            {
                await File.WriteAllTextAsync(part, "half of");
                throw new IOException("the disk is full");
            }));
        }

        Assert.Equal("old result", await File.ReadAllTextAsync(old));
        Assert.Equal(["old.csv"], Names());
    }

    [Theory]
    [InlineData(Mode600)]
    [InlineData(Mode664)]
    [InlineData(Mode666)]
    public async Task A_result_has_the_mode_of_the_file_it_replaces_whatever_the_mask(int mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var target = Shell.Write(_folder, "out.csv", "old");
        File.SetUnixFileMode(target, (UnixFileMode)mode);
        await WholeFile.WriteAsync(target, part =>
        {
            // Not even half of it may be read by whoever could not read the old one.
            Assert.Equal((UnixFileMode)mode, ModeOf(part));
            return File.WriteAllTextAsync(part, "new");
        });
        Assert.Equal((UnixFileMode)mode, ModeOf(target));
        Assert.Equal("new", await File.ReadAllTextAsync(target));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Through_a_link_the_file_it_leads_to_is_written_be_it_there_or_not(bool there)
    {
        var (far, link, between) = (Path.Combine(Shell.Folder(), "far.csv"), Path.Combine(_folder, "out.csv"), Path.Combine(_folder, "between.csv"));
        if (there)
        {
            await File.WriteAllTextAsync(far, "old");
        }

        File.CreateSymbolicLink(between, far);
        File.CreateSymbolicLink(link, "between.csv");
        await WholeFile.WriteAsync(link, part => File.WriteAllTextAsync(part, "new"));
        Assert.Equal("new", await File.ReadAllTextAsync(far));
        Assert.Equal("between.csv", new FileInfo(link).LinkTarget);
        Assert.Equal(["between.csv", "out.csv"], Names());
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(far)!));
    }

    [Fact]
    public async Task A_file_that_has_the_name_of_the_unfinished_one_is_not_lost()
    {
        var file = Shell.Write(_folder, "people.csv.part", "nom;prenom\nMorel;Anne\n");
        await WholeFile.WriteAsync(Path.Combine(_folder, "people.csv"), part => File.WriteAllTextAsync(part, "new"));
        Assert.Equal("nom;prenom\nMorel;Anne\n", await File.ReadAllTextAsync(file));
        Assert.Equal(["people.csv", "people.csv.part"], Names());
    }

    [Fact]
    public async Task What_goes_into_a_device_stays_no_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var link = Path.Combine(_folder, "nowhere");
        File.CreateSymbolicLink(link, "/dev/null");
        var written = new List<string>();
        foreach (var target in (string[])["/dev/null", link])
        {
            await WholeFile.WriteAsync(target, part =>
            {
                written.Add(part);
                return File.WriteAllTextAsync(part, "new");
            });
        }

        Assert.Equal(["/dev/null", "/dev/null"], written);
        Assert.Equal("/dev/null", new FileInfo(link).LinkTarget);
    }

    private const int Mode600 = 0b110_000_000;

    private const int Mode664 = 0b110_110_100;

    private const int Mode666 = 0b110_110_110;

    private IEnumerable<string> Names() => Directory.GetFileSystemEntries(_folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static async IAsyncEnumerable<IReadOnlyList<SourceRecord>> PagesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = 0; page < 10; page++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return [.. Enumerable.Range(0, 10).Select(i => new SourceRecord
            {
                Key = $"{page}.{i}", Version = new RecordVersion(1, "2"), Body = Encoding.UTF8.GetBytes("""{"nom":"Morel"}"""),
            })];
        }
    }

    /// <summary>Stops the command when it says a sentence.</summary>
    private sealed class Interrupting(string sentence, CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value == sentence)
            {
                stop.Cancel();
            }
        }
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
}
