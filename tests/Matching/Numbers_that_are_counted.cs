using System.Text;
using IntegrationHub.Mdm.Matching.Comparing;

namespace IntegrationHub.Tests.Matching;

public sealed class Numbers_that_are_counted
{
    [Theory]
    [InlineData("65", "25", NumberComparator.Different)]
    [InlineData("39", "40", NumberComparator.Close)]
    [InlineData("39", "41", NumberComparator.Close)]
    [InlineData("39", "42", NumberComparator.Different)]
    [InlineData("9", "10", NumberComparator.Close)]
    [InlineData("1,", "1", NumberComparator.Different)]
    [InlineData("1065", "1025", NumberComparator.OneDigit)]
    [InlineData("1000", "1011", NumberComparator.Close)]
    public void Of_two_digits_the_amount_is_compared_and_of_more_the_writing_first(string a, string b, int level) =>
        Assert.Equal(level, NumberComparator.Relate(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b)));
}
