using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed class Commands_with_odd_numbers
{
    private const string Rows = "nom;prenom;date_naissance;qui\nMartin;Anne;1980-05-06;aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\nMartin;Anne;1980-05-06;x\nPetit;Luc;1970-01-02;x\n";

    [Fact]
    public async Task A_pattern_that_never_ends_is_told_and_not_thrown()
    {
        var file = Shell.Write(Shell.Folder(), "people.csv", Rows);
        var (code, _, error) = await Shell.RunAsync("evaluate", file, "--truth", "qui", "--truth-pattern", "(a+)+$");
        Assert.Equal(2, code);
        Assert.Contains("(a+)+$", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_wrong_pairs_are_said_to_be_left_than_there_are()
    {
        var file = Shell.Write(Shell.Folder(), "people.csv", Rows);
        var (code, output, error) = await Shell.RunAsync("evaluate", file, "--truth", "qui", "--wrong", "-3", "--lang", "en");
        Assert.Equal(0, code);
        Assert.Contains("missed 1", output, StringComparison.Ordinal);
        Assert.DoesNotContain("and 4 more", output + error, StringComparison.Ordinal);
        Assert.Contains("and 1 more", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-1")]
    [InlineData("NaN")]
    public async Task A_precision_that_is_no_share_is_refused(string precision)
    {
        var data = Shell.Folder();
        Assert.Equal(0, (await Shell.RunAsync("import", Shell.Write(data, "people.csv", Rows), "--data", data)).Code);
        Assert.Equal(2, (await Shell.RunAsync("quality", "--data", data, $"--precision={precision}")).Code);
    }
}
