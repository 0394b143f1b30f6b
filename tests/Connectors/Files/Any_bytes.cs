using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Connectors.Files;

/// <summary>Laws that hold for any file at all.</summary>
public sealed class Any_bytes
{
    private static readonly Gen<byte[]> Rows = Gen.Frequency(
            (12, Gen.Elements((byte)'a', (byte)'b', (byte)'1')),
            (5, Gen.Constant((byte)';')),
            (4, Gen.Constant((byte)'\n')),
            (2, Gen.Constant((byte)'"')),
            (1, Gen.Elements((byte)'\r', (byte)0, (byte)0xE9, (byte)0xC3, (byte)' ')))
        .ListOf().Select(bytes => bytes.ToArray());

    public static TheoryData<SnapshotMode, bool> Modes => new()
    {
        { SnapshotMode.Delta, true },
        { SnapshotMode.Delta, false },
        { SnapshotMode.Snapshot, true },
        { SnapshotMode.Snapshot, false },
    };

    [Theory]
    [MemberData(nameof(Modes))]
    public void Resuming_anywhere_in_any_file_gives_exactly_the_rest(SnapshotMode mode, bool keyed) => Prop.ForAll(Rows.ToArbitrary(), rows =>
    {
        using var folder = new TestFolder();
        var settings = new CsvSettings { Path = folder.Write("x.csv", [.. "k;v\n"u8, .. rows]), Key = keyed ? ["k"] : [], Mode = mode, PageSize = 2 };
        var whole = Reading.AllAsync(Csv.Open(folder, settings)).Result;

        Assert.Null(whole.Failure);
        for (var page = 0; page < whole.Pages.Count; page++)
        {
            var rest = Reading.AllAsync(Csv.Open(folder, settings), whole.Pages[page].Checkpoint).Result;
            Reading.AssertSame(whole.Pages.Skip(page + 1), rest.Pages);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Every_line_that_is_not_blank_ends_in_a_record_or_a_reject() => Prop.ForAll(Rows.ToArbitrary(), rows =>
    {
        using var folder = new TestFolder();
        var withoutLetterReturn = rows.Select(letter => letter == (byte)'\r' ? (byte)'a' : letter).ToArray();
        var settings = new CsvSettings { Path = folder.Write("x.csv", [.. "k;v\n"u8, .. withoutLetterReturn]), PageSize = 5 };
        var read = Reading.AllAsync(Csv.Open(folder, settings)).Result;

        var text = System.Text.Encoding.Latin1.GetString(withoutLetterReturn);
        var lines = text.Split('\n').Index().Where(line => line.Item.Length > 0).Select(line => line.Index + 2L).ToList();
        var starts = read.Records.Select(record => long.Parse(record.Version.Text))
            .Concat(read.Rejected.Select(reject => long.Parse(reject.Position.Split(':')[1]))).Order().ToList();
        Assert.Equal(starts.Distinct(), starts);
        Assert.Subset(lines.ToHashSet(), starts.ToHashSet());

        // A line that starts no row stands inside a quoted field: the row before it holds a quote.
        foreach (var line in lines.Except(starts))
        {
            var before = starts.Last(start => start < line);
            Assert.Contains('"', text.Split('\n')[(int)before - 2]);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
