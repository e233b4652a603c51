"""What a camera reads in a picture: QR codes only, as a reader now and then sees a bar code in the noise of one."""

from PIL import Image
from zxingcpp import Barcode, BarcodeFormat, BarcodeFormats, read_barcodes


def lees_qr(beeld: Image.Image) -> list[Barcode]:
    """Return the QR codes in a picture."""
    return list(read_barcodes(beeld, formats=BarcodeFormats(BarcodeFormat.QRCode)))
