using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Host.Web;
using IntegrationHub.Host.Web.Views;

namespace IntegrationHub.Tests.Host;

public sealed class Differences_shown
{
    [Fact]
    public void The_runs_of_a_side_are_its_text_and_what_is_not_marked_is_common_to_both() => Prop.ForAll<NonNull<string>, NonNull<string>>(static (a, b) =>
    {
        var (left, right) = CharacterDifference.Of(a.Get, b.Get);
        var texts = string.Concat(left.Select(run => run.Text)) == a.Get && string.Concat(right.Select(run => run.Text)) == b.Get;
        var common = a.Get.Length == 0 || b.Get.Length == 0 || string.Equals(Kept(left), Kept(right), StringComparison.OrdinalIgnoreCase);
        return texts && common;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Lefèvre", "LEFEBVRE", "è", "EB")]
    [InlineData("12/03/1974", "03/12/1974", "12/", "12/")]
    [InlineData("MARTIN", "martin", "", "")]
    public void What_differs_is_marked_and_case_alone_is_not(string a, string b, string markedA, string markedB)
    {
        var (left, right) = CharacterDifference.Of(a, b);
        Assert.Equal(markedA, Marked(left));
        Assert.Equal(markedB, Marked(right));
    }

    [Theory]
    [InlineData("21/03/1954", "1954-03-21")]
    [InlineData("3/1954", "1954-03")]
    [InlineData("1954", "1954")]
    [InlineData("1954-03-21", "1954-03-21")]
    [InlineData("31/02/1954", null)]
    [InlineData("demain", null)]
    public void A_date_is_read_as_people_type_it(string typed, string? expected) => Assert.Equal(expected, TypedDate.Parse(typed)?.ToString());

    private static string Kept(IReadOnlyList<TextRun> runs) => string.Concat(runs.Where(run => !run.Differs).Select(run => run.Text));

    private static string Marked(IReadOnlyList<TextRun> runs) => string.Concat(runs.Where(run => run.Differs).Select(run => run.Text));
}
