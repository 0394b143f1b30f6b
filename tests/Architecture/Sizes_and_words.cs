using System.Text.RegularExpressions;

namespace IntegrationHub.Tests.Architecture;

public sealed partial class Sizes_and_words
{
    [Fact]
    public void No_file_is_longer_than_its_budget()
    {
        var tooLong = Repository.Sources
            .Select(file => (file, lines: Repository.Read(file).Count(letter => letter == '\n')))
            .Where(entry => entry.lines > (entry.file.StartsWith("tests/", StringComparison.Ordinal) ? 400 : 300));

        Assert.Empty(tooLong);
    }

    [Fact]
    public void The_median_file_fits_on_a_screen()
    {
        var lengths = Repository.Sources.Select(file => Repository.Read(file).Count(letter => letter == '\n')).Order().ToList();

        Assert.InRange(lengths[lengths.Count / 2], 1, 45);
    }

    [Fact]
    public void Time_comes_from_a_TimeProvider_and_nothing_is_left_unfinished()
    {
        var found = Repository.Sources
            .Where(file => !file.EndsWith(nameof(Sizes_and_words) + ".cs", StringComparison.Ordinal))
            .SelectMany(file => Forbidden().Matches(Repository.Read(file)).Select(match => $"{file}: {match.Value}"));

        Assert.Empty(found);
    }

    [Fact]
    public void The_words_that_are_forbidden_are_found()
    {
        Assert.Matches(Forbidden(), "var now = DateTime.UtcNow;");
        Assert.Matches(Forbidden(), "catch (Exception) { }");
        Assert.Matches(Forbidden(), "Thread.Sleep(5)");
    }

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException|DateTime(Offset)?\.(Utc)?Now\b|Thread\.Sleep|catch\s*(\([^)]*\))?\s*\{\s*\}|#region", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Forbidden();
}
